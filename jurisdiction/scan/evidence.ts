import type { PlaceProof } from "../proof";

/** The form in which a string names a place. */
export type EvidenceKind =
  /** `us-ashburn-1`, between any characters that are neither letters nor digits. */
  | "region-id"
  /** `iad` in the condition of an OCI policy. */
  | "region-key"
  | "ocid"
  | "arn"
  /** OCI: `Uocm:US-ASHBURN-AD-1`. */
  | "availability-domain"
  /** AWS: `us-east-1a`, `use1-az1`, Local and Wavelength Zones. */
  | "availability-zone"
  /** A service host that names a region. */
  | "host"
  /** A host of OCI Registry or Amazon ECR. */
  | "registry"
  /** `objectstorage-us-ashburn-1`, `FssOc1Prod`. */
  | "service-principal"
  /** AWS VPC endpoint service: `com.amazonaws.us-east-1.s3`. */
  | "endpoint-service"
  /** OCI service CIDR label: `all-iad-services-in-oracle-services-network`. */
  | "service-cidr-label"
  /** A host under a realm's domain that names no region. */
  | "realm-domain";

/**
 * How a place was written so that a plain search would miss it. Case is no disguise where case does
 * not matter (hosts) or upper case is usual (availability domains).
 */
export type Disguise =
  | "case"
  | "unicode"
  | "percent-encoding"
  | "escape"
  | "punycode"
  | "base64"
  /** Compressed, and the bytes in base64. */
  | "gzip";

/** One place that a string names. */
export interface PlaceEvidence {
  readonly kind: EvidenceKind;
  /** The matched text as written; for base64 and gzip, the matched part of the decoded text. */
  readonly text: string;
  /** Offset in the scanned string, in UTF-16 code units; for base64 and gzip, where the encoded run starts. */
  readonly index: number;
  /** What it proves; never `nothing`. */
  readonly proof: Exclude<PlaceProof, { readonly proves: "nothing" }>;
  /** @default not disguised */
  readonly disguised?: Disguise;
}
