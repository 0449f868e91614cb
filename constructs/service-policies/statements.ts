import type { Region } from "../../jurisdiction";

/**
 * The IAM statements that Object Storage needs, one region's service at a time: a service principal
 * carries its region in its name, so that each statement grants inside that region only.
 *
 * Source: OCI documentation, "Common Policies" (keys), "Using Replication" and "Using Object
 * Lifecycle Management" (object-family, with the smallest permission list that they give).
 */
export function useKeyStatement(region: Region, keysCompartmentId: string, keyId: string): string {
  return `Allow service objectstorage-${region.id} to use keys in compartment id ${keysCompartmentId} where target.key.id = '${keyId}'`;
}

/** For the service of the source's region, in the compartments of both buckets. */
export function replicateStatement(sourceRegion: Region, compartmentId: string): string {
  return manageObjects(sourceRegion, compartmentId, [
    "BUCKET_READ",
    "BUCKET_UPDATE",
    "OBJECT_READ",
    "OBJECT_INSPECT",
    "OBJECT_CREATE",
    "OBJECT_OVERWRITE",
    "OBJECT_RESTORE",
    "OBJECT_DELETE",
  ]);
}

/** For the service of the bucket's region. */
export function lifecycleStatement(region: Region, compartmentId: string): string {
  return manageObjects(region, compartmentId, [
    "BUCKET_INSPECT",
    "BUCKET_READ",
    "OBJECT_INSPECT",
    "OBJECT_UPDATE_TIER",
    "OBJECT_DELETE",
    "OBJECT_VERSION_DELETE",
  ]);
}

function manageObjects(
  region: Region,
  compartmentId: string,
  permissions: readonly string[],
): string {
  const any = permissions.map((permission) => `request.permission='${permission}'`).join(", ");
  return `Allow service objectstorage-${region.id} to manage object-family in compartment id ${compartmentId} where any {${any}}`;
}
