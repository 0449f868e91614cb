import {
  InvalidJurisdictionError,
  OutsideJurisdictionError,
  UnknownRegionError,
} from "../../jurisdiction";
import { quote } from "../../jurisdiction/errors";

test("an unknown region's error says the value, how many are known, and what was meant", () => {
  const error = new UnknownRegionError("us-x", ["us-east-1", "us-west-1"], 90);
  expect(error).toMatchObject({
    name: "UnknownRegionError",
    value: "us-x",
    suggestions: ["us-east-1", "us-west-1"],
    message:
      'Unknown region "us-x": none of the 90 known regions has this id. Did you mean us-east-1, us-west-1?',
  });
});

test("an unknown region's error shows how an id looks where none is alike", () => {
  expect(new UnknownRegionError("?", [], 90).message).toBe(
    'Unknown region "?": none of the 90 known regions has this id. Use a full region id such as us-ashburn-1 or us-east-1.',
  );
});

test("the error of a region outside lists what is allowed, or that nothing is", () => {
  const error = new OutsideJurisdictionError("US", "The bucket", "x", ["a", "b"], "why", "Do it.");
  expect(error).toMatchObject({
    name: "OutsideJurisdictionError",
    jurisdiction: "US",
    what: "The bucket",
    value: "x",
    allowed: ["a", "b"],
    message: 'The bucket is outside the jurisdiction US: got "x" (why). Allowed: a, b. Do it.',
  });
  expect(new OutsideJurisdictionError("US", "It", "x", [], "why", "Do it.").message).toBe(
    'It is outside the jurisdiction US: got "x" (why). Allowed: none. Do it.',
  );
});

test("the error of an invalid definition holds every problem", () => {
  expect(new InvalidJurisdictionError("X", ["One.", "Two."])).toMatchObject({
    name: "InvalidJurisdictionError",
    jurisdiction: "X",
    problems: ["One.", "Two."],
    message: 'Jurisdiction "X" is not valid: One. Two.',
  });
});

test("a quoted value keeps 120 characters", () => {
  expect(quote('a "b"')).toBe('"a \\"b\\""');
  expect(quote("x".repeat(120))).toBe(`"${"x".repeat(120)}"`);
  expect(quote("x".repeat(121))).toBe(`"${"x".repeat(120)}…"`);
});
