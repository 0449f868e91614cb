/**
 * A module that somebody has read: its resources are not in the file, and one version of it always
 * brings in the same ones.
 */
export interface DeclaredModule {
  /** The call's `source`, letter by letter. */
  readonly source: string;
  /**
   * The call's `version`: one version of a registry's module, `1.2.3`. Left out where `source` itself
   * pins the content: a Git commit (`?ref=` and 40 hexadecimal digits) or an archive's
   * `checksum=sha256:…`.
   */
  readonly version?: string;
  /** What was found: why all that it brings in lies inside. */
  readonly reason: string;
  /** Who read it. */
  readonly owner: string;
  /** The day it was read, `YYYY-MM-DD`. */
  readonly reviewed: string;
}
