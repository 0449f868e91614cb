import type { Carrier } from "./oci-carriers";

/** What is wrong with one statement. The rule adds where it stands. */
export interface StatementVerdict {
  readonly status: "outside" | "unproven" | "note";
  readonly region?: string;
  /** Continues "Statement 1 of oci_identity_policy.p …": a verb phrase without a full stop. */
  readonly message: string;
  readonly fix: string;
  /**
   * Of a note: what one note says for all statements of a policy together.
   * @default the statement has a note of its own
   */
  readonly carries?: readonly Carrier[];
}
