export { requireAwsInside } from "../../validation";
export {
  daysBetween,
  requireAccountId,
  requireDay,
  requireIamPrincipal,
  requireKmsKeyArn,
  requireNoMore,
  requireS3BucketName,
  requireVpcEndpointId,
} from "./validate-aws";
