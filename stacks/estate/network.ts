import { z } from "zod";
import { ocid, text, whole } from "./values";

const cidrs = z.array(text);

/** The perimeter of the data region; what UsPerimeter takes, but for where and what it is called. */
export const network = z.strictObject({
  vcnCidr: text.optional(),
  subnetCidrs: z
    .strictObject({
      data: text.optional(),
      app: text.optional(),
      edge: text.optional(),
      firewall: text.optional(),
      bastion: text.optional(),
    })
    .optional(),
  oracleServices: z.enum(["object-storage", "all", "none"]).optional(),
  dataReachesServices: z.boolean().optional(),
  /** A load balancer that allowed countries reach through a web application firewall. */
  edge: z
    .strictObject({
      certificateId: ocid("certificate"),
      backendPort: whole,
      clientCidrs: cidrs.optional(),
      healthPath: text.optional(),
      backendCaBundleId: ocid("cabundle").optional(),
      minBandwidthMbps: whole.optional(),
      maxBandwidthMbps: whole.optional(),
    })
    .optional(),
  firewall: z.strictObject({ allowedHosts: z.array(text) }).optional(),
  bastion: z
    .strictObject({
      clientCidrs: cidrs,
      maxSessionTtlSeconds: whole.optional(),
      targetPort: whole.optional(),
    })
    .optional(),
  dns: z
    .strictObject({
      forwarding: z.array(z.strictObject({ domains: z.array(text), serverAddress: text })),
      reachableCidrs: cidrs.optional(),
    })
    .optional(),
  zeroTrust: z.strictObject({ onboardTenancy: z.boolean().optional() }).optional(),
  flowLogs: z.strictObject({ retentionDays: whole.optional() }).optional(),
});
