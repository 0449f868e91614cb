/**
 * Lets the file systems of a compartment encrypt with one key. `subject` is a dynamic group of them:
 * the service principal that older guides name (`FssOc1Prod`) is every file system of the realm.
 *
 * Source: OCI documentation, "Encrypting a File System".
 */
export function useFileSystemKeyStatement(
  subject: string,
  keysCompartmentId: string,
  keyId: string,
): string {
  return `Allow ${subject} to use keys in compartment id ${keysCompartmentId} where target.key.id = '${keyId}'`;
}
