import { z } from "zod";
import { parseOcid, Region } from "../../jurisdiction";

/** A region that is known; whether it is allowed is the constructs' to say, with their path. */
export const regionId = z.string().superRefine((value, context) => {
  if (Region.find(value) === undefined) {
    context.addIssue({
      code: "custom",
      message: "is no region that is known; allowed are region ids such as us-ashburn-1",
    });
  }
});

export function ocid(...types: readonly string[]) {
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

export const compartmentOcid = ocid("compartment", "tenancy");

export const namespace = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9_-]*$/i,
    "is no Object Storage namespace; allowed is what `oci os ns get` prints",
  );

export const bucketName = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,256}$/, "is no bucket name; allowed are 1 to 256 of A-Z a-z 0-9 . _ -");

export const stackName = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,39}$/,
    "is no stack name; allowed are a-z 0-9 - after a letter, 40 at most",
  );

export const text = z.string().min(1, "is empty; write something");

/** A day of the calendar, `YYYY-MM-DD`. */
export const day = z.iso.date("is no day; allowed is YYYY-MM-DD");

/** RFC 3339. */
export const instant = z.iso.datetime({
  offset: true,
  message: "is no instant; allowed is one such as 2027-01-31T00:00:00Z",
});

export const whole = z.number().int();
