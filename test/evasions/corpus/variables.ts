import type { Family } from "../evasion";
import { outside, regionVariable, unproven } from "./builders";

/** A stack whose provider configuration is set to `region`. */
const provider = (region: unknown, more: object = {}) => ({
  provider: { oci: [{ region }] },
  resource: { oci_core_dhcp_options: { d: { vcn_id: "v", options: { type: "SearchDomain" } } } },
  ...more,
});

const locals = (values: object) => ({ locals: values });

export const VARIABLES: Family = {
  title: "Variables",
  evasions: [
    {
      id: "variable-without-default",
      tries: "Leaves the region to whoever sets the variable.",
      config: provider("${var.region}", { variable: { region: { type: "string" } } }),
      expected: [unproven("provider-inside", "/provider/oci/0/region")],
      lookAlikes: [
        {
          because: "a validation lists allowed regions",
          config: provider("${var.region}", {
            variable: regionVariable("us-ashburn-1", "us-phoenix-1"),
          }),
        },
      ],
    },
    {
      id: "variable-default-only",
      tries: "Gives the variable an allowed default, which any caller overrides.",
      config: provider("${var.region}", { variable: { region: { default: "us-ashburn-1" } } }),
      expected: [unproven("provider-inside", "/provider/oci/0/region")],
      lookAlikes: [
        {
          because: "a local cannot be overridden",
          config: provider("${local.region}", locals({ region: "us-ashburn-1" })),
        },
      ],
    },
    {
      id: "variable-validation-admits-abroad",
      tries: "Lists one region abroad among those that the validation admits.",
      config: provider("${var.region}", {
        variable: regionVariable("us-ashburn-1", "ca-toronto-1"),
      }),
      expected: [outside("provider-inside", "/provider/oci/0/region")],
      lookAlikes: [
        {
          because: "all that it lists is allowed",
          config: provider("${var.region}", {
            variable: regionVariable("us-ashburn-1", "us-chicago-1"),
          }),
        },
      ],
    },
    {
      id: "variable-validation-by-prefix",
      tries: "Admits whatever starts with us-, which government and dedicated regions do too.",
      config: provider("${var.region}", {
        variable: { region: { validation: { condition: '${startswith(var.region, "us-")}' } } },
      }),
      expected: [unproven("provider-inside", "/provider/oci/0/region")],
      lookAlikes: [
        {
          because: "a list stands beside the prefix",
          config: provider("${var.region}", {
            variable: {
              region: {
                validation: {
                  condition:
                    '${startswith(var.region, "us-") && contains(["us-ashburn-1"], var.region)}',
                },
              },
            },
          }),
        },
      ],
    },
    {
      id: "variable-validation-of-another",
      tries: "Validates another variable than the one that is used.",
      config: provider("${var.region}", {
        variable: {
          region: {
            validation: { condition: '${contains(["us-ashburn-1"], var.home_region)}' },
          },
          home_region: {},
        },
      }),
      expected: [unproven("provider-inside", "/provider/oci/0/region")],
      lookAlikes: [
        {
          because: "the variable that is used is validated",
          config: provider("${var.region}", {
            variable: { ...regionVariable("us-ashburn-1"), home_region: {} },
          }),
        },
      ],
    },
    {
      id: "variable-validation-or",
      tries: "Adds a way around the list with ||.",
      config: provider("${var.region}", {
        variable: {
          region: {
            validation: {
              condition: '${contains(["us-ashburn-1"], var.region) || var.region != ""}',
            },
          },
        },
      }),
      expected: [unproven("provider-inside", "/provider/oci/0/region")],
      lookAlikes: [
        {
          because: "both sides of || list allowed regions",
          config: provider("${var.region}", {
            variable: {
              region: {
                validation: {
                  condition:
                    '${contains(["us-ashburn-1"], var.region) || var.region == "us-phoenix-1"}',
                },
              },
            },
          }),
        },
      ],
    },
  ],
};
