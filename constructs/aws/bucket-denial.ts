/**
 * A statement of a bucket's policy that denies everybody `actions` on the bucket and its objects.
 *
 * @param condition whom and what it leaves alone, as IAM writes it; without one, nobody and nothing
 */
export function bucketDenial(
  sid: string,
  bucketArn: string,
  actions: readonly string[],
  condition?: object,
): object {
  return {
    Sid: sid,
    Effect: "Deny",
    Principal: "*",
    Action: actions,
    Resource: [bucketArn, `${bucketArn}/*`],
    ...(condition === undefined ? {} : { Condition: condition }),
  };
}
