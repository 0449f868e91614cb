import { asList, isObject, type Json, type JsonObject, own } from "../json/json";
import type { Stack } from "../model/block";
import { hasTemplate } from "../model/template";
import {
  type AwsCondition,
  type AwsPrincipal,
  type AwsStatement,
  PARTS,
  type Unread,
} from "./aws-statement";
import { escapeTemplate } from "./hcl-value";
import { resolveValue } from "./resolve";
import { type Resolve, type SourceText, toSourceTexts, written } from "./source-text";

/** Turns JSON of a policy document into statements. */
export class StatementReader {
  constructor(
    private readonly stack: Stack,
    private readonly resolve: Resolve,
    /** Expressions by their marks, where the document was JSON text; else strings are templates. */
    private readonly marks: readonly string[] | undefined,
  ) {}

  /** The statement that `value` is or stands for; undefined where it is not in the file. */
  statement(value: Json): AwsStatement | undefined {
    const statement = this.value(value);
    return isObject(statement) ? this.read(statement) : undefined;
  }

  read(statement: JsonObject): AwsStatement {
    const unread: Unread[] = [];
    for (const part of PARTS) {
      const same = Object.keys(statement).filter((key) => key.toLowerCase() === part.toLowerCase());
      if (same.length > 1) {
        unread.push(part);
      }
    }
    const principals = this.principals(field(statement, "principal"), unread);
    const conditions = this.conditions(field(statement, "condition"), unread);
    return {
      effect: this.effect(field(statement, "effect")),
      principals,
      notPrincipal: field(statement, "notprincipal") !== undefined,
      actions: this.texts(field(statement, "action")) ?? [],
      resources: this.texts(field(statement, "resource")) ?? [],
      conditions,
      unread,
    };
  }

  private effect(value: Json | undefined): string {
    const effect = value === undefined ? undefined : this.value(value);
    return typeof effect === "string"
      ? toSourceTexts(this.template(effect), this.resolve)
          .map((text) => written(text))
          .join(" or ")
          .toLowerCase()
      : "";
  }

  private principals(value: Json | undefined, unread: Unread[]): readonly AwsPrincipal[] {
    const principal = this.value(value ?? []);
    if (!isObject(principal)) {
      const texts = this.texts(principal);
      if (texts === undefined || texts.some(({ text }) => text !== "*")) {
        unread.push("Principal");
        return [];
      }
      return texts.map((text) => ({ type: "*", value: text }));
    }
    return Object.keys(principal).flatMap((type) => {
      const texts = this.texts(own(principal, type));
      if (texts === undefined) {
        unread.push("Principal");
      }
      return (texts ?? []).map((text) => ({ type: type.toLowerCase(), value: text }));
    });
  }

  private conditions(value: Json | undefined, unread: Unread[]): readonly AwsCondition[] {
    const block = value === undefined ? {} : this.value(value);
    if (!isObject(block)) {
      unread.push("Condition");
      return [];
    }
    return Object.keys(block).flatMap((operator) => {
      const keys = this.value(own(block, operator) as Json);
      if (!isObject(keys)) {
        unread.push("Condition");
        return [];
      }
      return Object.keys(keys).map((key) => {
        const values = this.texts(own(keys, key));
        if (values === undefined) {
          unread.push("Condition");
        }
        return toCondition(operator, key, values ?? []);
      });
    });
  }

  /** The strings of a list or of a single value; undefined where a part is anything else. */
  private texts(value: Json | undefined): readonly SourceText[] | undefined {
    const texts: SourceText[] = [];
    for (const item of asList(this.value(value ?? []))) {
      const resolved = this.value(item);
      if (typeof resolved === "boolean" || typeof resolved === "number") {
        texts.push({ text: String(resolved), holes: new Map() });
      } else if (typeof resolved === "string") {
        texts.push(...toSourceTexts(this.template(resolved), this.resolve));
      } else {
        return undefined;
      }
    }
    return texts;
  }

  /** `value`, or what a lone reference to a local value stands for. */
  private value(value: Json): Json {
    if (typeof value !== "string") {
      return value;
    }
    const template = this.template(value);
    const resolved = hasTemplate(template) ? resolveValue(template, this.stack) : value;
    return resolved === template ? value : resolved;
  }

  private template(text: string): string {
    if (this.marks === undefined) {
      return text;
    }
    const marks = this.marks;
    return escapeTemplate(text).replace(
      /\uE000(\d+)\uE001/g,
      (_mark, index: string) => `\${${marks[Number(index)] ?? "…"}}`,
    );
  }
}

function toCondition(operator: string, key: string, values: readonly SourceText[]): AwsCondition {
  const lower = operator.toLowerCase();
  return {
    operator: lower.replace(/^for(?:any|all)values?:/, "").replace(/ifexists$/, ""),
    holdsWithoutKey: lower.endsWith("ifexists") || lower.startsWith("forall"),
    key: key.toLowerCase(),
    values,
  };
}

/** The member `name` of an object, in any case: AWS compares element names without it. */
export function field(object: JsonObject, name: string): Json | undefined {
  for (const key of Object.keys(object)) {
    if (key.toLowerCase() === name) {
      return object[key];
    }
  }
  return undefined;
}
