export {
  daysBetween,
  requireAccountId,
  requireAwsInside,
  requireDay,
  requireIamPrincipal,
  requireKmsKeyArn,
  requireNoMore,
  requireS3BucketName,
  requireVpcEndpointId,
} from "./validate-aws";
