import { checkJson } from "../../support/check-json";
import { PROVIDERS } from "./followed";

const backend = (ip_address: string, for_each: unknown) => ({
  oci_load_balancer_backend: { r: { for_each, ip_address, port: 80 } },
});

function flows(resource: object, more: object = {}) {
  return checkJson({ provider: PROVIDERS, resource, ...more })
    .findings.filter(({ rule }) => rule === "flow-inside")
    .map(({ status, message }) => ({ status, message }));
}

describe("a value of for_each", () => {
  const instances = (provider: string) => ({
    oci_core_instance: { i: { provider, for_each: { a: 1, b: 2 } } },
    ...backend("${each.value.private_ip}", "${oci_core_instance.i}"),
  });

  test("is an instance of the resource that it goes through", () => {
    expect(flows(instances("oci.phoenix"))).toEqual([]);
    expect(flows(instances("oci.frankfurt"))).toMatchObject([{ status: "outside" }]);
  });

  test("tells no place by an attribute that speaks of another, and by a key", () => {
    for (const value of ["${each.value.freeform_tags.ip}", "${each.key.private_ip}"]) {
      const resource = {
        oci_core_instance: { i: { provider: "oci.phoenix" } },
        ...backend(value, "${oci_core_instance.i}"),
      };
      expect(flows(resource)).toMatchObject([{ status: "unproven" }]);
    }
  });

  test("is each object of a local value that it goes through", () => {
    const through = (ip: string) =>
      flows(backend("${each.value.ip}", "${local.backends}"), {
        locals: { backends: { a: { ip: "10.0.0.4" }, b: { ip } } },
      });
    expect(through("10.0.0.5")).toEqual([]);
    expect(through("203.0.113.5")).toMatchObject([{ status: "unproven" }]);
    expect(through("${var.ip}")).toMatchObject([{ status: "unproven" }]);
    expect(through("vm.eu-frankfurt-1.oraclecloud.com")).toMatchObject([{ status: "outside" }]);
  });

  test("is unproven where nothing tells what it goes through", () => {
    expect(flows(backend("${each.value.ip}", "${local.nothing}"))).toEqual([
      {
        status: "unproven",
        message: expect.stringContaining("each.value.ip has a value only when Terraform runs"),
      },
    ]);
    expect(flows(backend("${each.value.ip}", "${module.m.backends}"))).toHaveLength(1);
    expect(flows(backend("${each.value.ip}", "${oci_core_instance.none}"))).toHaveLength(1);
  });
});

test("the connect strings of a database tell where it lies", () => {
  const connection = (provider: string, attribute: string) =>
    flows({
      oci_database_autonomous_database: { d: { provider } },
      oci_golden_gate_connection: {
        c: { connection_string: `\${oci_database_autonomous_database.d.${attribute}}` },
      },
    });
  const value = "connection_strings[0].profiles[0].value";
  expect(connection("oci.phoenix", value)).toEqual([]);
  expect(connection("oci.frankfurt", value)).toMatchObject([{ status: "outside" }]);
  expect(connection("oci.phoenix", "connection_strings_of[0].value")).toMatchObject([
    { status: "unproven" },
  ]);
});

describe("a text that anybody can write", () => {
  const hook = (argument: string, topic: object, more: object = {}) =>
    flows(
      {
        oci_ons_notification_topic: { t: { provider: "oci.phoenix", ...topic } },
        oci_ons_subscription: {
          r: { endpoint: `\${oci_ons_notification_topic.t.${argument}}`, protocol: "CUSTOM_HTTPS" },
        },
      },
      more,
    );

  test.each([
    ["freeform_tags.url", (url: string) => ({ freeform_tags: { url } })],
    ['defined_tags["url"]', (url: string) => ({ defined_tags: { url } })],
    ["description", (url: string) => ({ description: url })],
    ["display_name", (url: string) => ({ display_name: url })],
  ])("leads where it says, by %s", (argument, topic) => {
    expect(hook(argument, topic("https://10.0.0.4/"))).toEqual([]);
    expect(hook(argument, topic("https://hooks.example.com/"))).toMatchObject([
      { status: "unproven" },
    ]);
  });

  test("tells nothing by a name with a dot, which is not found", () => {
    const tags = { defined_tags: { "ns.url": "https://10.0.0.4/" } };
    expect(hook('defined_tags["ns.url"]', tags)).toMatchObject([{ status: "unproven" }]);
  });

  test("tells nothing where it is not in the file", () => {
    expect(hook("freeform_tags.url", {})).toEqual([
      {
        status: "unproven",
        message: expect.stringContaining(
          "oci_ons_notification_topic.t.freeform_tags.url is a text that anybody can write",
        ),
      },
    ]);
  });
});
