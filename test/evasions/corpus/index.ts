import type { Family } from "../evasion";
import { ADDRESSES } from "./addresses";
import { DESTINATIONS } from "./destinations";
import { DISGUISES } from "./disguises";
import { EXPRESSIONS } from "./expressions";
import { GLOBAL_SERVICES } from "./global-services";
import { IDENTIFIERS } from "./identifiers";
import { KEYS } from "./keys";
import { MODULES } from "./modules";
import { OWN_REGION } from "./own-region";
import { PEERING } from "./peering";
import { POLICIES_AWS } from "./policies-aws";
import { PROVIDERS } from "./providers";
import { REALMS } from "./realms";
import { REPLICATION_AWS } from "./replication-aws";
import { REPLICATION_OCI } from "./replication-oci";
import { SOURCES } from "./sources";
import { STATE } from "./state";
import { STATEMENTS_OCI } from "./statements-oci";
import { TYPOS } from "./typos";

/** Every family of ways out, in the order of docs/evasions.md. */
export const FAMILIES: readonly Family[] = [
  PROVIDERS,
  OWN_REGION,
  EXPRESSIONS,
  REPLICATION_OCI,
  REPLICATION_AWS,
  KEYS,
  PEERING,
  DESTINATIONS,
  SOURCES,
  IDENTIFIERS,
  ADDRESSES,
  DISGUISES,
  REALMS,
  TYPOS,
  STATE,
  MODULES,
  STATEMENTS_OCI,
  POLICIES_AWS,
  GLOBAL_SERVICES,
];
