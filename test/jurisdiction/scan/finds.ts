import { collect } from "../../../jurisdiction/scan/collect";
import { outcome } from "../outcome";

/** What is found in a text of lower case, as `kind text = place`. */
export function finds(text: string): readonly string[] {
  return collect(text).map(
    ({ kind, start, end, proof }) => `${kind} ${text.slice(start, end)} = ${outcome(proof)}`,
  );
}

/** Where each find begins. */
export function offsets(text: string): readonly number[] {
  return collect(text).map(({ start }) => start);
}

/** A test for each text, of all that is found in it. */
export function describeFinds(
  what: string,
  rows: readonly (readonly [text: string, finds: readonly string[]])[],
): void {
  describe(what, () => {
    test.each(rows)("in %j are %j", (text, expected) => {
      expect(finds(text)).toEqual(expected);
    });
  });
}
