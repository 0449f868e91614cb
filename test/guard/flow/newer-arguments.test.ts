import { newerArguments } from "../../../guard/flow/newer-arguments";
import { blockOf, stackOf } from "./followed";

/** What a queue, a type that the catalogue holds, sets beyond what the catalogue knows. */
const of = (body: object, type = "aws_sqs_queue") =>
  newerArguments(blockOf(stackOf({ resource: { [type]: { r: body } } }), `${type}.r`)).map(
    ({ pointer, argument, flow }) => [pointer.replace(`/resource/${type}/r`, ""), argument, flow],
  );

test("an argument that the catalogue does not know of a known type is told by its name", () => {
  expect(of({ copy: [{ destination_region: "${var.r}", retention: "${var.n}" }] })).toEqual([
    ["/copy/0/destination_region", "destination_region", "region"],
  ]);
  expect(of({ dynamic: { copy: { content: { backup_kms_key_id: "${var.k}" } } } })).toEqual([
    ["/dynamic/copy/content/backup_kms_key_id", "backup_kms_key_id", "key"],
  ]);
  const composed = { copy: { destination_region: "${local.a}-1" } };
  expect(of(composed)).toEqual([["/copy/destination_region", "destination_region", "region"]]);
});

const QUEUE = "aws_sqs_queue";

test.each<[what: string, body: object, type: string]>([
  ["literal text", { copy: { destination_region: "eu-west-1" } }, QUEUE],
  ["its own region", { region: "${var.r}" }, QUEUE],
  ["an argument that the catalogue knows", { kms_master_key_id: "${var.k}" }, QUEUE],
  ["the key of a map", { environment: { variables: { target_region: "${var.r}" } } }, QUEUE],
  ["a tag", { copy: "${var.x}", tags: { target_region: "${var.r}" } }, QUEUE],
  ["an argument that only reads", { copy: { source_arn: "${var.a}" } }, QUEUE],
  ["a reviewed one", { latency_routing_policy: { region: "${var.r}" } }, "aws_route53_record"],
])("%s is none", (_what, body, type) => {
  expect(of(body, type)).toEqual([]);
});
