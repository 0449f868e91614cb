import { z } from "zod";
import { dayOfWeek } from "./storage";
import { compartmentOcid, day, instant, ocid, regionId, text } from "./values";

/** What holds for the whole tenancy; what TenancyGuardrails takes. */
export const tenancy = z.strictObject({
  parentCompartmentId: compartmentOcid.optional(),
  /** @default every region of the jurisdiction in the home region's realm */
  allowedRegions: z.array(regionId).optional(),
  additionalFamilies: z.array(text).optional(),
  exemptFamilies: z.array(z.strictObject({ family: text, reason: text })).optional(),
  /** Deny policies must have been enabled in the tenancy before. */
  denyOutsideRegions: z.boolean().optional(),
  requiredTags: z
    .array(z.strictObject({ name: text, description: text, values: z.array(text) }))
    .optional(),
  securityZonePolicies: z.array(text).optional(),
  cloudGuardReportingRegion: regionId.optional(),
  /** Names of Oracle's recipes, looked up when Terraform runs, in place of the OCIDs. */
  detectorRecipeNames: z.array(text).optional(),
  detectorRecipeIds: z.array(ocid("cloudguarddetectorrecipe")).optional(),
  responderRecipeIds: z.array(ocid("cloudguardresponderrecipe")).optional(),
});

/** The office that alone manages the data; what UsDataSecurityOffice takes. */
export const office = z.strictObject({
  publicSourceRanges: z.array(text).optional(),
  vcnSources: z.array(z.strictObject({ vcnId: ocid("vcn"), ipRanges: z.array(text) })).optional(),
  domainRegion: regionId.optional(),
  domainLicenseType: z.enum(["free", "premium"]).optional(),
  administratorEmail: text.optional(),
  administratorFirstName: text.optional(),
  administratorLastName: text.optional(),
  administratorUserName: text.optional(),
  dataResourceTypes: z.array(text).optional(),
  breakGlassFrom: instant.optional(),
  breakGlassUntil: instant.optional(),
  breakGlassReason: text.optional(),
});

const subscription = z.union([
  z.strictObject({ functionId: ocid("fnfunc") }),
  z.strictObject({ url: text }),
  z.strictObject({ address: text, keptBy: text }),
]);

/** What is recorded and who is told; what EvidenceTrail takes. */
export const evidence = z.strictObject({
  bucketName: text,
  retentionDays: z.number().int().min(1),
  /** From then on nobody can shorten the retention; at least 14 days after the deployment. */
  lockFrom: instant,
  subscriptions: z.array(subscription).min(1),
  watches: z.array(z.enum(["keys", "identity", "buckets", "network", "ways-out"])).optional(),
  /** Hours in which the use of a key raises no alarm. @default no alarm on the hour */
  keyUseHours: z
    .strictObject({
      from: text,
      to: text,
      days: z.array(dayOfWeek).optional(),
      validFrom: day,
      validUntil: day,
      whose: z.enum(["users", "everyone"]).optional(),
    })
    .optional(),
  logRetentionDays: z
    .union([
      z.literal(30),
      z.literal(60),
      z.literal(90),
      z.literal(120),
      z.literal(150),
      z.literal(180),
    ])
    .optional(),
});
