import type { Construct } from "constructs";
import { GuardedStack, lookUpNamespace, StateBackend } from "../constructs";
import type { Jurisdiction } from "../jurisdiction";
import type { Estate } from "./estate";

/** What every stack of an estate is made from. */
export interface EstateStackProps {
  readonly jurisdiction: Jurisdiction;
  readonly estate: Estate;
}

/** What the stacks of one estate have in common: tenancy, state, namespace and compartments. */
export abstract class EstateStack extends GuardedStack {
  protected readonly estate: Estate;

  constructor(scope: Construct, id: string, region: string, props: EstateStackProps) {
    const { estate, jurisdiction } = props;
    super(scope, id, {
      jurisdiction,
      region,
      homeRegion: estate.homeRegion,
      tenancyOcid: estate.tenancyOcid,
      state: stateOf(estate),
    });
    this.estate = estate;
  }

  /** The namespace of the estate, or else a look-up in the tenancy. */
  protected get namespace(): string {
    return this.estate.namespace ?? lookUpNamespace(this);
  }

  /** OCIDs, with what the estate leaves out. */
  protected get compartments() {
    const { keys, data, network = data, security = keys } = this.estate.compartments;
    const { logArchive = security } = this.estate.compartments;
    return { keys, data, network, security, logArchive };
  }

  /** Tags of the estate, for every resource that takes them. */
  protected get tags(): { readonly freeformTags?: Readonly<Record<string, string>> } {
    const { freeformTags } = this.estate;
    return freeformTags === undefined ? {} : { freeformTags };
  }
}

function stateOf(estate: Estate) {
  const { state } = estate;
  if (state.backend === "local") {
    return StateBackend.local();
  }
  return StateBackend.oci({
    bucket: state.bucket,
    namespace: estate.namespace ?? "",
    region: state.region,
    prefix: estate.name,
    ...(state.kmsKeyId === undefined ? {} : { kmsKeyId: state.kmsKeyId }),
  });
}
