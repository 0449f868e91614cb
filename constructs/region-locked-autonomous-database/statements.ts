/**
 * Lets the Autonomous Databases of a compartment encrypt with one key of one vault. `subject` is a
 * dynamic group of them.
 *
 * Source: OCI documentation, "Prerequisites to Use Customer-Managed Encryption Keys on Autonomous
 * Database in OCI Vault" (use vaults, use keys).
 */
export function useDatabaseKeyStatements(
  subject: string,
  keysCompartmentId: string,
  vaultId: string,
  keyId: string,
): readonly string[] {
  const where = `in compartment id ${keysCompartmentId} where`;
  return [
    `Allow ${subject} to use vaults ${where} target.vault.id = '${vaultId}'`,
    `Allow ${subject} to use keys ${where} target.key.id = '${keyId}'`,
  ];
}
