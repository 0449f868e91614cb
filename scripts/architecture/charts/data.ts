import type { Architecture } from "../architecture";
import { Drawing } from "./drawing";

const STORES = [
  "oci_objectstorage_bucket",
  "oci_file_storage_file_system",
  "oci_database_autonomous_database",
];

/** Oracle Cloud's vaults, their keys and secrets, and the data that is encrypted with them. */
export function dataChart(architecture: Architecture): string {
  const drawing = new Drawing(architecture, "LR");
  const { resources } = architecture;
  for (const vault of resources.of("oci_kms_vault")) {
    drawing.box(vault, drawing.stack(vault));
  }
  for (const key of resources.of("oci_kms_key", "oci_vault_secret")) {
    const vault = resources.target(key, "management_endpoint") ?? resources.target(key, "vault_id");
    drawing.one(key, (vault && drawing.nodeOf(vault)) ?? drawing.stack(key));
  }
  for (const store of resources.of(...STORES)) {
    drawing.one(store, drawing.stack(store));
  }
  drawing.connect();
  return drawing.toString();
}
