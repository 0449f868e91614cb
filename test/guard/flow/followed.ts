import { Follower } from "../../../guard/flow/follower";
import type { Outcome } from "../../../guard/flow/outcome";
import type { Trace } from "../../../guard/flow/trace";
import type { JsonObject } from "../../../guard/json/json";
import type { Block, Stack } from "../../../guard/model/block";
import { buildModel } from "../../../guard/model/build-model";
import { Jurisdiction } from "../../../jurisdiction";

/** Providers in and outside the United States, of both clouds. */
export const PROVIDERS = {
  oci: [
    { region: "us-ashburn-1" },
    { alias: "phoenix", region: "us-phoenix-1" },
    { alias: "frankfurt", region: "eu-frankfurt-1" },
  ],
  aws: [
    { region: "us-east-1" },
    { alias: "oregon", region: "us-west-2" },
    { alias: "ireland", region: "eu-west-1" },
  ],
};

/** The stacks of an input, each of one document, by name. */
export function stacksOf(documents: Readonly<Record<string, object>>): readonly Stack[] {
  return buildModel({
    documents: Object.entries(documents).map(([stack, json]) => ({
      stack,
      file: `${stack}/cdk.tf.json`,
      json: json as JsonObject,
    })),
    unread: [],
  });
}

/** The only stack of a document with {@link PROVIDERS}. */
export function stackOf(json: object): Stack {
  const [stack] = stacksOf({ test: { provider: PROVIDERS, ...json } });
  return stack as Stack;
}

export function blockOf(stack: Stack, address: string): Block {
  return stack.byAddress.get(address) as Block;
}

/** What holds the values that {@link outcomeOf} follows. */
const HOLDER = "aws_sns_topic.holder";

type Asked = Partial<Pick<Trace, "flow" | "cloud" | "isBucket" | "isAddress">>;

/** Where `value` leads out of a document, as the key of a block of AWS unless `asked` tells else. */
export function outcomeOf(value: unknown, json: object = {}, asked: Asked = {}): Outcome {
  const { resource = {}, ...rest } = json as { readonly resource?: object };
  const [, name = ""] = HOLDER.split(".");
  const stack = stackOf({ ...rest, resource: { aws_sns_topic: { [name]: {} }, ...resource } });
  return followIn([stack], value, asked);
}

/** Where `value` leads, of a block of the first of `stacks`. */
export function followIn(
  stacks: readonly Stack[],
  value: unknown,
  asked: Asked = {},
  holder = HOLDER,
): Outcome {
  const stack = stacks[0] as Stack;
  return new Follower(stacks, Jurisdiction.US).follow(value as never, {
    flow: "key",
    cloud: "aws",
    isBucket: false,
    isAddress: false,
    ...asked,
    stack,
    block: blockOf(stack, holder),
    hops: 0,
  });
}
