import type { Family } from "../evasion";
import { ACCESS_POINTS } from "./access-points";
import { ADDRESSES } from "./addresses";
import { BACKUPS_AWS } from "./backups-aws";
import { CUSTOMER_KEYS } from "./customer-keys";
import { DESTINATIONS_AWS } from "./destinations-aws";
import { DESTINATIONS_OCI } from "./destinations-oci";
import { DISGUISES } from "./disguises";
import { EXPRESSIONS } from "./expressions";
import { FORWARDING_OCI } from "./forwarding-oci";
import { GLOBAL_SERVICES } from "./global-services";
import { IDENTIFIERS } from "./identifiers";
import { KEYS } from "./keys";
import { MODULES } from "./modules";
import { NETWORKS_AWS } from "./networks-aws";
import { NETWORKS_OCI } from "./networks-oci";
import { OWN_REGION } from "./own-region";
import { PEERING } from "./peering";
import { PIPELINES_AWS } from "./pipelines-aws";
import { POLICIES_AWS } from "./policies-aws";
import { PRINCIPALS_AWS } from "./principals-aws";
import { PROVIDERS } from "./providers";
import { PUBLIC_BUCKETS } from "./public-buckets";
import { PUBLIC_ENDPOINTS } from "./public-endpoints";
import { REALMS } from "./realms";
import { REPLICATION_AWS } from "./replication-aws";
import { REPLICATION_OCI } from "./replication-oci";
import { REPLICATION_OCI_DATABASES } from "./replication-oci-databases";
import { SETTINGS } from "./settings";
import { SOFTWARE_KEYS } from "./software-keys";
import { SOURCES } from "./sources";
import { STATE } from "./state";
import { STATEMENTS_OCI } from "./statements-oci";
import { TYPOS } from "./typos";
import { UNNAMED_PLACES } from "./unnamed-places";
import { UNTRACKED_CODE } from "./untracked-code";
import { VARIABLES } from "./variables";
import { WEBHOOKS } from "./webhooks";

/** Every family of ways out, in the order of docs/evasions.md. */
export const FAMILIES: readonly Family[] = [
  PROVIDERS,
  OWN_REGION,
  VARIABLES,
  EXPRESSIONS,
  REPLICATION_OCI,
  REPLICATION_OCI_DATABASES,
  REPLICATION_AWS,
  BACKUPS_AWS,
  KEYS,
  CUSTOMER_KEYS,
  SOFTWARE_KEYS,
  PEERING,
  NETWORKS_OCI,
  NETWORKS_AWS,
  DESTINATIONS_OCI,
  FORWARDING_OCI,
  UNNAMED_PLACES,
  DESTINATIONS_AWS,
  PIPELINES_AWS,
  WEBHOOKS,
  SOURCES,
  IDENTIFIERS,
  ADDRESSES,
  SETTINGS,
  DISGUISES,
  REALMS,
  TYPOS,
  STATE,
  MODULES,
  UNTRACKED_CODE,
  STATEMENTS_OCI,
  POLICIES_AWS,
  PRINCIPALS_AWS,
  PUBLIC_BUCKETS,
  PUBLIC_ENDPOINTS,
  ACCESS_POINTS,
  GLOBAL_SERVICES,
];
