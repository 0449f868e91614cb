import type { Evasion, ExpectedFinding } from "../evasion";

export const COMPARTMENT = "ocid1.compartment.oc1..aaaaaaaaexample";

/** An allowed region of each cloud, and the one that its stacks stand in. */
export const HOME = { oci: "us-ashburn-1", aws: "us-east-1" } as const;

/** A stack of Oracle Cloud whose only provider configuration is set to Ashburn. */
export function withOci(resource: object, more: object = {}): object {
  return { provider: { oci: [{ region: HOME.oci }] }, resource, ...more };
}

/** One resource of Oracle Cloud, `r`, at home and in a compartment. */
export function ociResource(type: string, body: object, more: object = {}): object {
  return withOci({ [type]: { r: { compartment_id: COMPARTMENT, ...body } } }, more);
}

/** Like {@link withOci}, with a second provider configuration, `oci.other`. */
export function withOciAnd(region: unknown, resource: object, more: object = {}): object {
  return {
    provider: { oci: [{ region: HOME.oci }, { alias: "other", region }] },
    resource,
    ...more,
  };
}

/** A stack of AWS whose only provider configuration is set to N. Virginia. */
export function withAws(resource: object, more: object = {}): object {
  return { provider: { aws: [{ region: HOME.aws }] }, resource, ...more };
}

/** The same with a second provider configuration, `aws.other`. */
export function withAwsAnd(region: unknown, resource: object, more: object = {}): object {
  return {
    provider: { aws: [{ region: HOME.aws }, { alias: "other", region }] },
    resource,
    ...more,
  };
}

/** A key that an HSM protects, in Ashburn: what honest storage refers to. */
export const OCI_KEY = {
  oci_kms_key: {
    k: {
      compartment_id: COMPARTMENT,
      display_name: "k",
      key_shape: { algorithm: "AES", length: 32 },
      management_endpoint: "https://v-management.kms.us-ashburn-1.oraclecloud.com",
      protection_mode: "HSM",
    },
  },
};

export const OCI_KEY_ID = "${oci_kms_key.k.id}";

/** A customer-managed key of AWS in the stack's own region. */
export const AWS_KEY = {
  aws_kms_key: { k: { description: "k", enable_key_rotation: true } },
};

export const AWS_KEY_ARN = "${aws_kms_key.k.arn}";

/** A private bucket with a key of its own; `more` adds or replaces arguments. */
export function ociBucket(more: object = {}): object {
  return {
    compartment_id: COMPARTMENT,
    namespace: "ns",
    name: "b",
    kms_key_id: OCI_KEY_ID,
    ...more,
  };
}

/** A variable whose validation admits `regions`. */
export function regionVariable(...regions: readonly string[]): object {
  return {
    region: {
      type: "string",
      validation: {
        condition: `\${contains(${JSON.stringify(regions)}, var.region)}`,
        error_message: "An allowed region.",
      },
    },
  };
}

export function outside(rule: string, path?: string): ExpectedFinding {
  return path === undefined ? { rule, status: "outside" } : { rule, status: "outside", path };
}

export function unproven(rule: string, path?: string): ExpectedFinding {
  return path === undefined ? { rule, status: "unproven" } : { rule, status: "unproven", path };
}

export function base64(text: string): string {
  return Buffer.from(text, "utf8").toString("base64");
}

export interface Twins<T> {
  readonly id: string;
  readonly tries: string;
  /** Builds both configurations, so that nothing but one value tells them apart. */
  readonly make: (value: T) => object;
  readonly abroad: T;
  readonly home: T;
  readonly expected: ExpectedFinding;
  readonly because: string;
}

/** A way out and its look-alike, which differ in one value. */
export function twins<T>({ id, tries, make, abroad, home, expected, because }: Twins<T>): Evasion {
  return {
    id,
    tries,
    config: make(abroad),
    expected: [expected],
    lookAlikes: [{ because, config: make(home) }],
  };
}
