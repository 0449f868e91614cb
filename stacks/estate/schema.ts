import { z } from "zod";
import { Jurisdiction } from "../../jurisdiction";
import { aws } from "./aws";
import { network } from "./network";
import { bucket, database, fileSystem, vault } from "./storage";
import { evidence, office, tenancy } from "./tenancy";
import { compartmentOcid, namespace, ocid, regionId, stackName } from "./values";

const state = z.discriminatedUnion("backend", [
  z.strictObject({ backend: z.literal("local") }),
  z.strictObject({
    backend: z.literal("oci"),
    bucket: z.string().regex(/^[A-Za-z0-9_-]{1,256}$/, "allowed are A-Z a-z 0-9 _ -"),
    region: regionId,
    kmsKeyId: ocid("key").optional(),
  }),
]);

const compartments = z.strictObject({
  /** Vaults and keys. */
  keys: compartmentOcid,
  /** Buckets, file systems, databases. */
  data: compartmentOcid,
  /** @default `data` */
  network: compartmentOcid.optional(),
  /** Identity domain, logs' archive. @default `keys` */
  security: compartmentOcid.optional(),
  /** @default `security` */
  logArchive: compartmentOcid.optional(),
});

const jurisdiction = z
  .enum(
    Jurisdiction.predefined().map(({ name }) => name),
    {
      error: () =>
        `is no jurisdiction; allowed: ${Jurisdiction.predefined().map(String).join(", ")}`,
    },
  )
  .default(Jurisdiction.US.name);

/** What the whole estate is built from. */
export const estateSchema = z.strictObject({
  /** First part of every stack's name. */
  name: stackName,
  /** What nothing may leave. */
  jurisdiction,
  tenancyOcid: ocid("tenancy"),
  homeRegion: regionId,
  /** @default read from the tenancy when Terraform runs, which needs an account */
  namespace: namespace.optional(),
  compartments,
  state,
  /** @default no stack for the tenancy: another configuration guards it */
  tenancy: tenancy.optional(),
  office: office.optional(),
  data: z.strictObject({
    region: regionId,
    vault: vault.optional(),
    buckets: z.array(bucket).min(1),
    /** @default no network; file systems and databases need one */
    network: network.optional(),
    fileSystems: z.array(fileSystem).optional(),
    databases: z.array(database).optional(),
  }),
  recovery: z.strictObject({
    region: regionId,
    vault: vault.optional(),
  }),
  evidence: evidence.optional(),
  /** @default nothing on AWS */
  aws: aws.optional(),
  freeformTags: z.record(z.string(), z.string()).optional(),
});

/** What a person writes in an estate file. */
export type EstateInput = z.input<typeof estateSchema>;

/** A checked estate. */
export type Estate = z.output<typeof estateSchema>;
