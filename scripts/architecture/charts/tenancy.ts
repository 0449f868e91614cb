import type { Architecture } from "../architecture";
import type { Resource } from "../blocks";
import { textsAt } from "../json";
import { Drawing, groupBy } from "./drawing";

const ALONE = [
  "oci_audit_configuration",
  "oci_cloud_guard_cloud_guard_configuration",
  "oci_identity_network_source",
  "oci_identity_dynamic_group",
  "oci_identity_tag_namespace",
];

/** What holds for the whole tenancy, and who may act: all of it in the home region. */
export function tenancyChart(architecture: Architecture): string {
  const drawing = new Drawing(architecture, "LR");
  const { resources } = architecture;
  for (const compartment of resources.of("oci_identity_compartment")) {
    addCompartment(drawing, compartment);
  }
  for (const resource of resources.of(
    "oci_cloud_guard_security_zone",
    "oci_identity_tag_default",
  )) {
    const compartment = resources.target(resource, "compartment_id");
    const box = compartment && drawing.nodeOf(compartment);
    drawing.one(resource, box ?? drawing.stack(resource));
  }
  for (const domain of resources.of("oci_identity_domain")) {
    drawing.box(domain, drawing.stack(domain));
  }
  for (const group of resources.of("oci_identity_domains_group")) {
    const domain = resources.target(group, "idcs_endpoint");
    drawing.one(group, (domain && drawing.nodeOf(domain)) ?? drawing.stack(group));
  }
  for (const [, quotas] of groupBy(resources.of("oci_limits_quota"), ({ stack }) => stack)) {
    addQuotas(drawing, quotas);
  }
  for (const resource of resources.of(...ALONE)) {
    drawing.one(resource, drawing.stack(resource));
  }
  for (const policy of resources.of("oci_identity_policy")) {
    drawing.one(policy, drawing.stack(policy));
    addNetworkSources(drawing, policy);
  }
  drawing.connect();
  return drawing.toString();
}

/** A compartment stands in its parent, which is drawn first. */
function addCompartment(drawing: Drawing, compartment: Resource): void {
  if (drawing.nodeOf(compartment) !== undefined) {
    return;
  }
  const parent = drawing.architecture.resources.target(compartment, "compartment_id");
  if (parent !== undefined) {
    addCompartment(drawing, parent);
  }
  drawing.box(compartment, (parent && drawing.nodeOf(parent)) ?? drawing.stack(compartment));
}

function addQuotas(drawing: Drawing, quotas: readonly Resource[]): void {
  const [first] = quotas;
  if (first === undefined) {
    return;
  }
  const statements = quotas.flatMap(({ body }) => textsAt(body, "statements"));
  const locked = statements.filter((text) => text.startsWith("zero ")).length;
  const regions = new Set(
    statements.flatMap((text) => [...text.matchAll(/'([a-z0-9-]+)'/g)].map(([, id]) => id)),
  );
  drawing.several(quotas, "quotas", drawing.stack(first), [
    `${locked} service families set to zero,`,
    `and unset in ${[...regions].sort().join(", ")}`,
  ]);
}

/** A policy names its network source in the text of its conditions. */
function addNetworkSources(drawing: Drawing, policy: Resource): void {
  const statements = textsAt(policy.body, "statements").join("\n");
  for (const source of drawing.architecture.resources.of("oci_identity_network_source")) {
    if (statements.includes(`request.networkSource.name = '${source.name}'`)) {
      drawing.chart.edge(
        drawing.nodeOf(source) ?? "",
        drawing.nodeOf(policy) ?? "",
        "condition",
        "support",
      );
    }
  }
}
