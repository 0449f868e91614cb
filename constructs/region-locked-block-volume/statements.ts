/**
 * Lets Block Volume encrypt with one key. Its principal carries no region; the key does.
 *
 * Source: OCI documentation, "Common Policies", "Allow Block Volume, Object Storage, … to use keys".
 */
export function useVolumeKeyStatement(keysCompartmentId: string, keyId: string): string {
  return `Allow service blockstorage to use keys in compartment id ${keysCompartmentId} where target.key.id = '${keyId}'`;
}
