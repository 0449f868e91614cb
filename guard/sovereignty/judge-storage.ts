import { own } from "../json/json";
import type { Block } from "../model/block";
import type { Scope } from "../model/expression/scope";
import { NOTHING, type RuleContext, type Verdict } from "../rules/rule";
import { copiesElsewhere } from "./backup-copies";
import { hasDefaultKey } from "./ebs-default";
import { effectiveBody, pointerIn } from "./effective";
import { notACustomersKey } from "./key-value";
import { referredBlock } from "./referred-block";
import {
  isKeyReference,
  isValue,
  type Occurrence,
  occurrencesOf,
  readSetting,
  type Setting,
} from "./setting";
import type { Storage } from "./storage";

/** What `customer-managed-key` says of the things that `block` keeps data in. */
export function judgeStorage(
  block: Block,
  all: readonly Storage[],
  context: RuleContext,
): readonly Verdict[] {
  const body = effectiveBody(block, context.stack);
  if (body === undefined) {
    return NOTHING;
  }
  // Made when the first is found: an honest estate has none.
  let found: Verdict[] | undefined;
  const whole = { body, pointer: block.pointer };
  for (const storage of all) {
    const stores =
      storage.block === undefined ? [whole] : occurrencesOf(body, storage.block, block.pointer);
    if (
      stores.length === 0 &&
      storage.none !== "nothing" &&
      !isDefaulted(storage, block, context)
    ) {
      found ??= [];
      found.push(missing(block, whole, `${storage.block} is not written`, storage, context));
    }
    for (const store of stores) {
      const why = lacking(storage, store, whole, block, context);
      if (why !== undefined) {
        found ??= [];
        found.push(missing(block, store, why, storage, context));
      }
    }
  }
  return found ?? NOTHING;
}

function isDefaulted(storage: Storage, block: Block, context: RuleContext): boolean {
  return storage.isEbs === true && hasDefaultKey(block, context);
}

/** Why nothing shows a key of the customer's; undefined where something does. */
function lacking(
  storage: Storage,
  store: Occurrence,
  whole: Occurrence,
  block: Block,
  context: RuleContext,
): string | undefined {
  const { copiedBy } = storage;
  if (copiedBy !== undefined && !Object.hasOwn(store.body, copiedBy)) {
    return undefined;
  }
  if (storage.when === undefined && namesKeyOfInput(storage, store, whole)) {
    return undefined;
  }
  const { stack } = context;
  const reader: Reader = { store, whole, scope: { stack, block } };
  if (
    (storage.only !== undefined && neverHolds(storage.only, reader)) ||
    (storage.unless !== undefined && alwaysHolds(storage.unless, reader))
  ) {
    return undefined;
  }
  const copies =
    copiedBy === undefined ? undefined : copiesElsewhere(read(copiedBy, reader), block, context);
  if (copiedBy !== undefined && copies === undefined) {
    return undefined;
  }
  let why: string | undefined;
  for (const path of storage.keys) {
    const reason = notACustomersKey(read(path, reader), stack, block);
    if (reason === undefined) {
      return storage.when === undefined || alwaysHolds(storage.when, reader)
        ? undefined
        : `${storage.when.replace("=", " is not ").replaceAll("|", " or ")}, so that the key is not used`;
    }
    // What is written is more telling than what is left out.
    why = why === undefined || reason !== "is not set" ? `${path.replace("/", "")} ${reason}` : why;
  }
  if (copies !== undefined) {
    return `${copies}; ${why}`;
  }
  for (const path of storage.from ?? []) {
    const source = read(path, reader);
    if (source.kind !== "unset") {
      return referredBlock(source.written, stack, block) === undefined
        ? `it takes the key of its ${path}, which is not in the input`
        : undefined;
    }
  }
  return isDefaulted(storage, block, context)
    ? undefined
    : (storage.lack ?? why ?? `${storage.from?.join(" or ")} is not set`);
}

/** True where an argument names a key of the input, as most do: nothing else has to be read then. */
function namesKeyOfInput({ keys }: Storage, store: Occurrence, whole: Occurrence): boolean {
  for (let index = 0; index < keys.length; index += 1) {
    const path = keys[index] as string;
    const isOfWhole = path.startsWith("/");
    const value = own((isOfWhole ? whole : store).body, isOfWhole ? path.slice(1) : path);
    if (isKeyReference(value)) {
      return true;
    }
  }
  return false;
}

/** Where the paths of a storage start. */
interface Reader {
  readonly store: Occurrence;
  readonly whole: Occurrence;
  readonly scope: Scope;
}

function read(path: string, { store, whole, scope }: Reader): Setting {
  return path.startsWith("/")
    ? readSetting(whole.body, path.slice(1), whole.pointer, scope)
    : readSetting(store.body, path, store.pointer, scope);
}

function split(condition: string): readonly [path: string, values: readonly string[]] {
  const at = condition.indexOf("=");
  return [condition.slice(0, at), condition.slice(at + 1).split("|")];
}

/** True where an argument has one of the values, whatever Terraform is given. */
function alwaysHolds(condition: string, reader: Reader): boolean {
  const [path, values] = split(condition);
  const setting = read(path, reader);
  return (
    setting.kind === "known" &&
    !setting.canBeUnset &&
    setting.texts.every((text) => values.some((value) => isValue(text, value)))
  );
}

/** True where an argument cannot have any of the values. */
function neverHolds(condition: string, reader: Reader): boolean {
  const [path, values] = split(condition);
  const setting = read(path, reader);
  return (
    setting.kind === "unset" ||
    (setting.kind === "known" &&
      !setting.texts.some((text) => values.some((value) => isValue(text, value))))
  );
}

function missing(
  block: Block,
  store: Occurrence,
  why: string,
  storage: Storage,
  { stack }: RuleContext,
): Verdict {
  const isOci = block.type.startsWith("oci_");
  const [first = ""] = storage.keys;
  const argument = first.replace("/", "");
  const written =
    argument === ""
      ? undefined
      : readSetting(store.body, argument, store.pointer, { stack, block });
  const at = written === undefined || written.kind === "unset" ? undefined : written;
  return {
    status: "unproven",
    path: pointerIn(block, at?.pointer ?? store.pointer),
    value: at?.written ?? "",
    message: `Nothing proves that a key of the customer's encrypts what ${block.address} keeps: ${why}. Without one, ${isOci ? "Oracle" : "AWS"} holds the key.`,
    fix:
      storage.fix ??
      (argument === ""
        ? "Name what it takes its key from, and encrypt that with a key of your own."
        : `Set ${storage.block === undefined ? "" : `${storage.block}.`}${argument} to a key of your own ${isOci ? "vault" : "in KMS"}, inside.`),
  };
}
