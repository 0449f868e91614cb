import { z } from "zod";
import { parseOcid, Region } from "../../jurisdiction";

/** A region that is known; whether it is allowed is the constructs' to say, with their path. */
const regionId = z.string().superRefine((value, context) => {
  if (Region.find(value) === undefined) {
    context.addIssue({
      code: "custom",
      message: `is no region that is known; allowed are region ids such as us-ashburn-1`,
    });
  }
});

function ocid(...types: readonly string[]) {
  return z.string().superRefine((value, context) => {
    const type = parseOcid(value).value?.type;
    if (type === undefined || !types.includes(type)) {
      context.addIssue({
        code: "custom",
        message: `is no OCID of type ${types.join(" or ")}; allowed are values that start with ocid1.${types[0]}.`,
      });
    }
  });
}

const namespace = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9_-]*$/i,
    "is no Object Storage namespace; allowed is what `oci os ns get` prints",
  );

const bucketName = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,256}$/, "is no bucket name; allowed are 1 to 256 of A-Z a-z 0-9 . _ -");

const stackName = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,39}$/,
    "is no stack name; allowed are a-z 0-9 - after a letter, 40 at most",
  );

const timeUnit = z.enum(["DAYS", "YEARS"]);

const retentionRule = z.strictObject({
  displayName: z.string().min(1),
  timeAmount: z.number().int().positive().optional(),
  timeUnit: timeUnit.optional(),
  lockFrom: z.iso.datetime({ offset: true }).optional(),
});

const lifecycleRule = z.strictObject({
  name: z.string().min(1),
  target: z.enum(["objects", "previous-object-versions", "multipart-uploads"]).optional(),
  action: z.enum(["ARCHIVE", "INFREQUENT_ACCESS", "DELETE", "ABORT"]),
  timeAmount: z.number().int().positive(),
  timeUnit: timeUnit.optional(),
  inclusionPrefixes: z.array(z.string().min(1)).optional(),
});

const bucket = z.strictObject({
  name: bucketName,
  storageTier: z.enum(["Standard", "Archive"]).optional(),
  retentionRules: z.array(retentionRule).optional(),
  lifecycleRules: z.array(lifecycleRule).optional(),
  /** Where each new object is copied to. */
  replica: z.strictObject({ region: regionId, name: bucketName }).optional(),
});

const state = z.discriminatedUnion("backend", [
  z.strictObject({ backend: z.literal("local") }),
  z.strictObject({
    backend: z.literal("oci"),
    bucket: z.string().regex(/^[A-Za-z0-9_-]{1,256}$/, "allowed are A-Z a-z 0-9 _ -"),
    region: regionId,
    kmsKeyId: ocid("key").optional(),
  }),
]);

const vault = z.strictObject({
  vaultType: z.enum(["VIRTUAL_PRIVATE", "DEFAULT"]).optional(),
  rotationIntervalDays: z.number().int().min(60).max(365).optional(),
  /** Region that gets a copy of the vault under the same OCIDs. */
  replicaRegion: regionId.optional(),
});

const compartments = z.strictObject({
  /** Vaults and keys. */
  keys: ocid("compartment", "tenancy"),
  /** Buckets. */
  data: ocid("compartment", "tenancy"),
});

/** What the whole estate is built from. */
export const estateSchema = z.strictObject({
  /** First part of every stack's name. */
  name: stackName,
  tenancyOcid: ocid("tenancy"),
  homeRegion: regionId,
  /** @default read from the tenancy when Terraform runs, which needs an account */
  namespace: namespace.optional(),
  compartments,
  state,
  data: z.strictObject({
    region: regionId,
    vault: vault.optional(),
    buckets: z.array(bucket).min(1),
  }),
  recovery: z.strictObject({
    region: regionId,
    vault: vault.optional(),
  }),
  freeformTags: z.record(z.string(), z.string()).optional(),
});

/** What a person writes in an estate file. */
export type EstateInput = z.input<typeof estateSchema>;

/** A checked estate. */
export type Estate = z.output<typeof estateSchema>;
