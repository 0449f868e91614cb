import { findByIdOrKey, type Parsed, provesNothing, provesRegion, provesUnknown } from "../proof";
import type { Cloud } from "../realm";
import { hostOf, parseHost } from "./host";
import { isTemplate } from "./template";

/** The parts of a container image's name. */
export interface RegistryImage {
  /** Registry host, lower case. */
  readonly host: string;
  /** The cloud that runs the registry. */
  readonly cloud: Cloud;
  /** Repository path after the host, without tag and digest. */
  readonly repository: string;
}

/**
 * Parses the name of a container image or chart in OCI Registry (`iad.ocir.io/ns/app:1`,
 * `ocir.us-ashburn-1.oci.oraclecloud.com/ns/app`) or Amazon ECR
 * (`123456789012.dkr.ecr.us-east-1.amazonaws.com/app`). `public.ecr.aws` is replicated worldwide and
 * names no region; other registries prove nothing.
 */
export function parseRegistry(text: string): Parsed<RegistryImage> {
  const trimmed = text.trim();
  const host = hostOf(trimmed);
  const cloud = registryCloud(host);
  if (cloud === undefined) {
    return { value: undefined, proof: provesNothing("not an image in OCI Registry or Amazon ECR") };
  }
  const value: RegistryImage = { host, cloud, repository: repositoryOf(trimmed) };
  if (host === "public.ecr.aws" || host === "ecr-public.aws.com") {
    return { value, proof: provesNothing("Amazon ECR Public names no region") };
  }
  if (!host.endsWith("ocir.io")) {
    return { value, proof: parseHost(host).proof };
  }
  const label = host === "ocir.io" ? "" : host.slice(0, -".ocir.io".length).split(".").pop();
  if (label === undefined || label === "" || isTemplate(label)) {
    return { value, proof: provesNothing("the registry host names no region") };
  }
  const region = findByIdOrKey(label);
  return {
    value,
    proof:
      region?.cloud === "oci"
        ? provesRegion(region)
        : provesUnknown(label, `the registry host names ${label}, which is not a known region key`),
  };
}

const ECR_HOST = /^[0-9a-z${}._-]*\.?dkr[.-]ecr(?:-fips)?\./;

/** The cloud whose container registry `host` is, or undefined. Expects lower case. */
export function registryCloud(host: string): Cloud | undefined {
  if (host === "ocir.io" || host.endsWith(".ocir.io")) {
    return "oci";
  }
  if (host === "public.ecr.aws" || host === "ecr-public.aws.com") {
    return "aws";
  }
  const cloud = parseHost(host).value?.cloud;
  if (cloud === "oci") {
    return host.startsWith("ocir.") || host.includes(".ocir.") ? cloud : undefined;
  }
  return cloud === "aws" && ECR_HOST.test(host) ? cloud : undefined;
}

function repositoryOf(text: string): string {
  const scheme = text.indexOf("://");
  const rest = scheme < 0 ? text : text.slice(scheme + 3);
  const slash = rest.indexOf("/");
  const path = slash < 0 ? "" : rest.slice(slash + 1);
  return path.split("@")[0]?.split(":")[0] ?? "";
}
