import { IdentityCompartment } from "@cdktf/provider-oci/lib/identity-compartment";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";

/** OCIDs of the compartments, or the tokens that Terraform replaces by them. */
export interface CompartmentIds {
  /** Encloses all others. */
  readonly enclosing: string;
  /** Security services: Cloud Guard recipes, the security zone, the data security office. */
  readonly security: string;
  /** Vaults and keys; inside `security`. */
  readonly keys: string;
  /** Buckets, databases and volumes; in the security zone. */
  readonly data: string;
  /** VCNs, gateways, firewalls and load balancers. */
  readonly network: string;
  /** Log buckets, apart from those whose deeds they record. */
  readonly logArchive: string;
}

export interface CompartmentTreeProps {
  readonly provider: TerraformProvider;
  readonly parentId: string;
  readonly name: string;
  readonly deletionProtection: boolean;
  readonly freeformTags: Readonly<Record<string, string>> | undefined;
}

/** The compartments of an estate: three deep at most, of the six that OCI allows. */
export class CompartmentTree extends Construct {
  readonly ids: CompartmentIds;
  /** Every compartment, for `dependsOn`. */
  readonly all: readonly IdentityCompartment[];

  constructor(scope: Construct, id: string, props: CompartmentTreeProps) {
    super(scope, id);
    const make = (childId: string, parentId: string, name: string, description: string) =>
      new IdentityCompartment(this, childId, {
        provider: props.provider,
        compartmentId: parentId,
        name,
        description,
        // Deleting a compartment deletes whatever stands in it, and there is no way back.
        enableDelete: false,
        ...(props.freeformTags === undefined ? {} : { freeformTags: { ...props.freeformTags } }),
        lifecycle: { preventDestroy: props.deletionProtection },
      });
    const enclosing = make("enclosing", props.parentId, props.name, "Encloses the whole estate");
    const security = make("security", enclosing.id, "security", "Security services of the estate");
    const keys = make("keys", security.id, "keys", "Vaults and keys, for the key custodians alone");
    const data = make("data", enclosing.id, "data", "Data that must stay inside the jurisdiction");
    const network = make("network", enclosing.id, "network", "Networks and their gateways");
    const logs = make("log-archive", enclosing.id, "log-archive", "Logs, kept apart from the rest");
    this.all = [enclosing, security, keys, data, network, logs];
    this.ids = {
      enclosing: enclosing.id,
      security: security.id,
      keys: keys.id,
      data: data.id,
      network: network.id,
      logArchive: logs.id,
    };
  }
}
