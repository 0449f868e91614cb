import { reportJson } from "../../../guard";
import { HOSTILE, resultNamed, resultWith } from "./results";

describe("reportJson", () => {
  test.each(HOSTILE)("gives back what the result holds for %s", (_what, name) => {
    expect(JSON.parse(reportJson(resultNamed(name)))).toEqual(resultNamed(name));
  });

  test.each(HOSTILE)("has no raw control character for %s", (_what, name) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(reportJson(resultNamed(name))).not.toMatch(/[\u0000-\u0009\u000b-\u001f\ud800-\udfff]/u);
  });

  test.each([0, 1, 5000])("holds all of %i findings", (count) => {
    expect(JSON.parse(reportJson(resultWith(count))).findings).toHaveLength(count);
  });
});
