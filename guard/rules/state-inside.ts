import { Region } from "../../jurisdiction";
import { judgeFlow } from "../flow/judge-flow";
import { valuesAt } from "../flow/values-at";
import { asString, isObject, type JsonObject, own } from "../json/json";
import { appendToken } from "../json/pointer";
import type { Block } from "../model/block";
import { evaluate } from "../place/evaluate";
import { isIdentifier } from "./arguments";
import { allowedRegions, judge } from "./describe";
import type { Rule, RuleContext, Verdict } from "./rule";

/** Backends whose `region` argument says where the state lies, and the cloud that region is of. */
const REGIONAL_BACKENDS: Readonly<Record<string, "oci" | "aws">> = { oci: "oci", s3: "aws" };

export const stateInside: Rule = {
  id: "state-inside",
  title: "Terraform state, which holds a copy of every attribute, is kept in an allowed region.",
  kinds: ["backend", "data"],
  *check(block: Block, context: RuleContext): Iterable<Verdict> {
    if (block.kind === "backend") {
      yield* checkBackend(block.type, block.body, block.pointer, block, context);
    } else if (block.type === "terraform_remote_state") {
      const config = own(block.body, "config");
      const type = asString(own(block.body, "backend")) ?? "";
      const pointer = `${block.pointer}/config`;
      yield* checkBackend(type, isObject(config) ? config : {}, pointer, block, context);
    }
  },
};

function* checkBackend(
  type: string,
  config: JsonObject,
  pointer: string,
  block: Block,
  context: RuleContext,
): Iterable<Verdict> {
  const cloud = Object.hasOwn(REGIONAL_BACKENDS, type) ? REGIONAL_BACKENDS[type] : undefined;
  if (type === "local") {
    yield localState(pointer, block);
    return;
  }
  if (cloud === undefined) {
    yield {
      status: "unproven",
      path: pointer,
      value: type,
      message: `Nothing proves where the backend${type === "" ? "" : ` ${type}`} keeps the state.`,
      fix: "Use the backend oci (Terraform 1.12 or newer) or s3, with its region written out.",
    };
    return;
  }
  yield* checkEvidence(block, context);
  yield* checkEndpoints(config, pointer, block, context);
  yield* checkRegion(cloud, config, pointer, context);
}

/** Hosts, keys and ARNs of a backend: an endpoint is stronger than the region argument. */
function* checkEvidence(block: Block, context: RuleContext): Iterable<Verdict> {
  for (const leaf of block.places) {
    const status = judge(leaf.evidence.proof, context.jurisdiction);
    // The region argument itself is judged by checkRegion; a state key or a bucket is a name.
    const isName =
      leaf.argument === "region" ||
      leaf.argument === "key" ||
      (leaf.argument === "bucket" && !isIdentifier(leaf.evidence));
    if (status !== "inside" && !isName) {
      yield {
        status,
        path: leaf.pointer,
        value: leaf.value,
        region: leaf.evidence.text,
        message: `${leaf.argument} of ${block.address} names ${leaf.evidence.text}, ${status === "outside" ? `outside ${context.jurisdiction.name}` : "a place that is not known"}.`,
        fix: `Keep the state in one of: ${allowedRegions(context.jurisdiction)}.`,
      };
    }
  }
}

/** Arguments of the backend s3 that say where the state and its locks are sent, whatever the region. */
const ENDPOINTS: readonly (readonly string[])[] = [
  ["endpoint"],
  ["dynamodb_endpoint"],
  ["endpoints", "s3"],
  ["endpoints", "dynamodb"],
];

/** An endpoint that names no place can stand anywhere; one that names a place is evidence. */
function* checkEndpoints(
  config: JsonObject,
  pointer: string,
  block: Block,
  context: RuleContext,
): Iterable<Verdict> {
  for (const path of ENDPOINTS) {
    for (const value of valuesAt(config, path, pointer)) {
      const argument = path.at(-1) ?? "";
      const verdict = judgeFlow({ ...value, argument, flow: "endpoint" }, block, context);
      if (verdict !== undefined) {
        yield verdict;
      }
    }
  }
}

function* checkRegion(
  cloud: "oci" | "aws",
  config: JsonObject,
  pointer: string,
  context: RuleContext,
): Iterable<Verdict> {
  const value = own(config, "region");
  const result = evaluate(value, context.stack);
  const path = value === undefined ? pointer : appendToken(pointer, "region");
  const fix = `Write its region out, as one of: ${allowedRegions(context.jurisdiction, cloud)}.`;
  if (!result.known) {
    yield {
      status: "unproven",
      path,
      value: asString(value) ?? "",
      message: `Nothing proves where the state is kept: the region of the backend is not in the file, ${result.reason}.`,
      fix,
    };
    return;
  }
  for (const id of result.values) {
    const region = Region.find(id);
    if (region === undefined) {
      yield {
        status: "unproven",
        path,
        value: id,
        message: `The state is kept in ${JSON.stringify(id)}, which is no region that is known.`,
        fix,
      };
    } else if (!context.jurisdiction.allows(region)) {
      yield {
        status: "outside",
        path,
        value: id,
        region: id,
        message: `The state is kept in ${id}, outside ${context.jurisdiction.name}; it holds a copy of every attribute, secrets included.`,
        fix,
      };
    }
  }
}

function localState(pointer: string, block: Block): Verdict {
  return {
    status: "note",
    path: pointer,
    value: "local",
    message: `${block.address}: the state stays on the machine that runs Terraform, which no configuration can place.`,
    fix: "Before real data is deployed, keep the state in an allowed region.",
  };
}
