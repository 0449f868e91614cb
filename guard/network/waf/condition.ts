/**
 * Conditions of OCI web application firewall rules: the subset of JMESPath that decides by country.
 *
 * @see https://docs.oracle.com/en-us/iaas/Content/WAF/Concepts/understanding_conditions.htm
 * @see https://jmespath.org/specification.html#grammar
 */

import { type Token, tokenize } from "./condition-tokens";
import {
  COUNTRY,
  jsonValue,
  pathValue,
  type Test,
  type Truth,
  truthOf,
  type Value,
} from "./condition-values";

/** A condition, as a function of the country; `undefined` stands for every country it does not name. */
export interface CountryCondition {
  /** Country codes that it compares with, in capitals. */
  readonly countries: ReadonlySet<string>;
  of(country: string | undefined): Truth;
}

/** Longest condition. Source: the page above. */
const MAX_LENGTH = 1024;

/** @returns undefined for what is not of the subset: nothing is known of such a condition */
export function parseCondition(text: string): CountryCondition | undefined {
  if (text.length > MAX_LENGTH) {
    return undefined;
  }
  const tokens = tokenize(text);
  if (tokens === undefined) {
    return undefined;
  }
  const parser = new Parser(tokens);
  const of = parser.disjunction();
  return of === undefined || !parser.isAtEnd ? undefined : { countries: parser.countries, of };
}

class Parser {
  readonly countries = new Set<string>();
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  get isAtEnd(): boolean {
    return this.at >= this.tokens.length;
  }

  disjunction(): Test | undefined {
    return this.chain(
      "||",
      () => this.conjunction(),
      (a, b) => (a === true || b === true ? true : a === false && b === false ? false : "depends"),
    );
  }

  private conjunction(): Test | undefined {
    return this.chain(
      "&&",
      () => this.negation(),
      (a, b) => (a === false || b === false ? false : a === true && b === true ? true : "depends"),
    );
  }

  private chain(
    symbol: string,
    next: () => Test | undefined,
    join: (a: Truth, b: Truth) => Truth,
  ): Test | undefined {
    let left = next();
    while (left !== undefined && this.take(symbol)) {
      const first: Test = left;
      const second = next();
      left = second === undefined ? undefined : (country) => join(first(country), second(country));
    }
    return left;
  }

  private negation(): Test | undefined {
    if (!this.take("!")) {
      return this.comparison();
    }
    // A condition is short, and so is the call stack that it needs.
    const test = this.negation();
    return test === undefined
      ? undefined
      : (country) => {
          const truth = test(country);
          return truth === "depends" ? truth : !truth;
        };
  }

  private comparison(): Test | undefined {
    if (this.take("(")) {
      const test = this.disjunction();
      return test !== undefined && this.take(")") ? test : undefined;
    }
    if (this.isCall) {
      return this.call();
    }
    const left = this.value();
    if (left === undefined) {
      return undefined;
    }
    for (const symbol of ["==", "!="] as const) {
      if (this.take(symbol)) {
        const right = this.value();
        return right === undefined ? undefined : this.equality(left, right, symbol === "!=");
      }
    }
    for (const symbol of ["<", ">", "<=", ">="]) {
      if (this.take(symbol)) {
        const right = this.value();
        return right?.kind === "other" || left.kind === "other" ? () => "depends" : undefined;
      }
    }
    return truthOf(left);
  }

  private equality(left: Value, right: Value, isNegated: boolean): Test | undefined {
    const [country, other] = left.kind === "country" ? [left, right] : [right, left];
    if (country.kind !== "country") {
      return left.kind === "other" || right.kind === "other" ? () => "depends" : undefined;
    }
    const [only] = other.kind === "texts" && !other.isList ? other.texts : [];
    return only === undefined ? undefined : this.isOneOf([only], isNegated);
  }

  /** True for the countries in `codes`, which are compared as they are written. */
  private isOneOf(codes: readonly string[], isNegated = false): Test {
    // The firewall gives countries in capitals: another spelling equals none of them.
    const matching = new Set(codes.filter((code) => /^[A-Z]{2}$/.test(code)));
    for (const code of matching) {
      this.countries.add(code);
    }
    return (country) => (country !== undefined && matching.has(country)) !== isNegated;
  }

  private get isCall(): boolean {
    const next = this.tokens[this.at + 1];
    return this.peek()?.kind === "path" && next?.kind === "symbol" && next.text === "(";
  }

  private call(): Test | undefined {
    const name = this.peek()?.text ?? "";
    this.at += 2;
    const args: Value[] = [];
    while (!this.take(")")) {
      const arg = this.value();
      if (arg === undefined) {
        return undefined;
      }
      args.push(arg);
      if (!this.take(",") && this.peek()?.text !== ")") {
        return undefined;
      }
    }
    return this.apply(name, args);
  }

  private apply(name: string, args: readonly Value[]): Test | undefined {
    const [subject, search, ...more] = args;
    const isContains = name === "contains" || name === "i_contains";
    if (!isContains || subject === undefined || search === undefined || more.length > 0) {
      return args.some((arg) => arg.kind === "country") || args.length === 0
        ? undefined
        : () => "depends";
    }
    const fold = (text: string) => (name === "i_contains" ? text.toUpperCase() : text);
    if (search.kind === "country") {
      return subject.kind === "texts" && subject.isList
        ? this.isOneOf(subject.texts.map(fold))
        : undefined;
    }
    if (subject.kind === "country") {
      // Text contains text: a code of two letters holds no other code of two letters.
      const [only] = search.kind === "texts" && !search.isList ? search.texts : [];
      return only !== undefined && only.length === 2 ? this.isOneOf([fold(only)]) : undefined;
    }
    return subject.kind === "other" || search.kind === "other" ? () => "depends" : undefined;
  }

  private value(): Value | undefined {
    if (this.take("[")) {
      return this.list();
    }
    const token = this.peek();
    if (token === undefined || token.kind === "symbol") {
      return undefined;
    }
    if (this.isCall) {
      // The result of an inner function: of the country, nothing is known of it.
      return this.skipCall() ? undefined : { kind: "other" };
    }
    this.at += 1;
    if (token.kind === "path") {
      return token.text === COUNTRY ? { kind: "country" } : pathValue(token.text);
    }
    return token.kind === "string"
      ? { kind: "texts", texts: [token.text], isList: false }
      : jsonValue(token.text);
  }

  /** Skips a call with balanced parentheses; true where it mentions the country. */
  private skipCall(): boolean {
    let depth = 0;
    let isOfCountry = false;
    do {
      this.at += 1;
      const token = this.tokens[this.at];
      if (token === undefined) {
        return true;
      }
      if (token.kind === "symbol") {
        depth += token.text === "(" ? 1 : token.text === ")" ? -1 : 0;
      }
      isOfCountry ||= token.kind === "path" && COUNTRY.startsWith(token.text);
    } while (depth > 0);
    this.at += 1;
    return isOfCountry;
  }

  private list(): Value | undefined {
    const texts: string[] = [];
    while (!this.take("]")) {
      const item = this.value();
      if (item?.kind !== "texts" || item.isList) {
        return undefined;
      }
      texts.push(...item.texts);
      if (!this.take(",") && this.peek()?.text !== "]") {
        return undefined;
      }
    }
    return { kind: "texts", texts, isList: true };
  }

  private peek(): Token | undefined {
    return this.tokens[this.at];
  }

  private take(symbol: string): boolean {
    const token = this.peek();
    if (token?.kind !== "symbol" || token.text !== symbol) {
      return false;
    }
    this.at += 1;
    return true;
  }
}
