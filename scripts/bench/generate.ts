/**
 * A Terraform JSON configuration of `count` resources in the shape that honest estates have: a few
 * provider configurations, and blocks of ten resources that refer to one another (network, keys,
 * buckets, volumes, databases, policies), with construct paths as cdktf writes them.
 *
 * @param salt part of every name, so that two configurations of one size are not the same
 */
export function honestConfiguration(count: number, salt = 0): string {
  const resource: Record<string, Record<string, unknown>> = {};
  const add = (type: string, name: string, body: object): void => {
    resource[type] ??= {};
    resource[type][name] = {
      "//": { metadata: { path: `bench/${name}/${type}`, uniqueId: `${name}_${type}` } },
      provider: "oci.us-ashburn-1",
      ...body,
    };
  };
  const compartment =
    "ocid1.compartment.oc1..aaaaaaaa7ewlyoyubf4bwozsyuknq2kbvmhzrsmjdm46xxx7ucksw";
  for (let index = 0; index < count; index += 10) {
    const n = `r${salt}x${index}`;
    const common = { compartment_id: compartment, freeform_tags: { residency: "us", team: n } };
    add("oci_kms_vault", n, { ...common, display_name: n, vault_type: "VIRTUAL_PRIVATE" });
    add("oci_kms_key", n, {
      ...common,
      display_name: n,
      management_endpoint: `\${oci_kms_vault.${n}.management_endpoint}`,
      protection_mode: "HSM",
      key_shape: { algorithm: "AES", length: 32 },
    });
    add("oci_objectstorage_bucket", n, {
      ...common,
      namespace: "ns",
      name: `bucket-${n}`,
      access_type: "NoPublicAccess",
      versioning: "Enabled",
      kms_key_id: `\${oci_kms_key.${n}.id}`,
    });
    add("oci_objectstorage_replication_policy", n, {
      namespace: "ns",
      bucket: `\${oci_objectstorage_bucket.${n}.name}`,
      name: `to-phoenix-${n}`,
      destination_region_name: "us-phoenix-1",
      destination_bucket_name: `bucket-${n}-replica`,
    });
    add("oci_core_vcn", n, { ...common, display_name: n, cidr_blocks: ["10.0.0.0/16"] });
    add("oci_core_subnet", n, {
      ...common,
      display_name: `data-${n}`,
      vcn_id: `\${oci_core_vcn.${n}.id}`,
      cidr_block: "10.0.1.0/24",
      prohibit_public_ip_on_vnic: true,
      route_table_id: `\${oci_core_route_table.${n}.id}`,
    });
    add("oci_core_route_table", n, {
      ...common,
      display_name: n,
      vcn_id: `\${oci_core_vcn.${n}.id}`,
      route_rules: [],
    });
    add("oci_core_network_security_group", n, { ...common, vcn_id: `\${oci_core_vcn.${n}.id}` });
    add("oci_core_volume", n, {
      ...common,
      availability_domain: "Uocm:US-ASHBURN-AD-1",
      display_name: `volume for ${n}`,
      size_in_gbs: "50",
      kms_key_id: `\${oci_kms_key.${n}.id}`,
    });
    add("oci_identity_policy", n, {
      compartment_id: compartment,
      name: `policy-${n}`,
      description: `Lets the service use the key of ${n}`,
      statements: [
        `Allow service objectstorage-us-ashburn-1 to use keys in compartment id ${compartment} where target.key.id = '\${oci_kms_key.${n}.id}'`,
      ],
    });
  }
  return JSON.stringify({
    provider: {
      oci: [
        { alias: "us-ashburn-1", region: "us-ashburn-1" },
        { alias: "us-phoenix-1", region: "us-phoenix-1" },
      ],
    },
    terraform: { backend: { oci: { bucket: "state", namespace: "ns", region: "us-ashburn-1" } } },
    resource,
  });
}
