import { z } from "zod";
import { bucketName, instant, ocid, regionId, text, whole } from "./values";

const timeUnit = z.enum(["DAYS", "YEARS"]);

const retentionRule = z.strictObject({
  displayName: text,
  timeAmount: whole.positive().optional(),
  timeUnit: timeUnit.optional(),
  lockFrom: instant.optional(),
});

const lifecycleRule = z.strictObject({
  name: text,
  target: z.enum(["objects", "previous-object-versions", "multipart-uploads"]).optional(),
  action: z.enum(["ARCHIVE", "INFREQUENT_ACCESS", "DELETE", "ABORT"]),
  timeAmount: whole.positive(),
  timeUnit: timeUnit.optional(),
  inclusionPrefixes: z.array(text).optional(),
});

export const bucket = z.strictObject({
  name: bucketName,
  storageTier: z.enum(["Standard", "Archive"]).optional(),
  retentionRules: z.array(retentionRule).optional(),
  lifecycleRules: z.array(lifecycleRule).optional(),
  /** Name of a case: nothing is deleted while it is set. */
  legalHold: text.optional(),
  /** Where each new object is copied to. */
  replica: z.strictObject({ region: regionId, name: bucketName }).optional(),
});

const availabilityDomain = text;

const month = z.enum([
  "JANUARY",
  "FEBRUARY",
  "MARCH",
  "APRIL",
  "MAY",
  "JUNE",
  "JULY",
  "AUGUST",
  "SEPTEMBER",
  "OCTOBER",
  "NOVEMBER",
  "DECEMBER",
]);

export const dayOfWeek = z.enum([
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
  "SUNDAY",
]);

const snapshotSchedule = z.strictObject({
  period: z.enum(["HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
  retentionDays: whole,
  prefix: text.optional(),
  hourOfDay: whole.optional(),
  dayOfWeek: dayOfWeek.optional(),
  dayOfMonth: whole.optional(),
  month: month.optional(),
});

/** A file system, mounted from the app subnet of the network. */
export const fileSystem = z.strictObject({
  displayName: text,
  availabilityDomain,
  exportPath: text.optional(),
  snapshotSchedules: z.array(snapshotSchedule).optional(),
});

/** An Autonomous Database with its only endpoint in the data subnet of the network. */
export const database = z.strictObject({
  dbName: text,
  displayName: text.optional(),
  dbWorkload: z.enum(["OLTP", "DW", "AJD", "APEX"]).optional(),
  dbVersion: text.optional(),
  computeCount: whole.optional(),
  autoScaling: z.boolean().optional(),
  dataStorageSizeInGbs: whole.optional(),
  licenseModel: z.enum(["LICENSE_INCLUDED", "BRING_YOUR_OWN_LICENSE"]).optional(),
  backupRetentionDays: whole.optional(),
  /** @default a secret whose content OCI makes */
  adminPasswordSecretId: ocid("vaultsecret").optional(),
});

export const vault = z.strictObject({
  vaultType: z.enum(["VIRTUAL_PRIVATE", "DEFAULT"]).optional(),
  rotationIntervalDays: whole.min(60).max(365).optional(),
  /** Region that gets a copy of the vault under the same OCIDs. */
  replicaRegion: regionId.optional(),
});
