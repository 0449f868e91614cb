import { isAbsolute, posix, sep } from "node:path";
import { UsageError } from "./usage-error";

/**
 * The project's folder in its repository, with forward slashes.
 *
 * @param value as it was given to `--source-root`
 * @throws UsageError for a folder outside of the repository
 */
export function sourceRootOf(value: string): string {
  const folder = posix.normalize(value.split(sep).join("/"));
  if (isAbsolute(value) || folder === ".." || folder.startsWith("../")) {
    throw new UsageError(
      `--source-root ${JSON.stringify(value)}; give the project's folder relative to the root of its repository, such as infra`,
    );
  }
  return folder;
}
