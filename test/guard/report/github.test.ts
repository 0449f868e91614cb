import { printable } from "../../../guard";
import { reportGithub } from "../../../guard/report/github";
import { finding, resultWith as resultOf } from "../../support/hostile-result";
import { fullResult } from "./made";
import { HOSTILE, resultNamed, resultWith } from "./results";

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Reads a line as the runner does: the first "::" after the leading one ends the properties. */
function parse(line: string): Command | undefined {
  const [, name, properties = "", message = ""] = /^::(\S+?)(?: (.*?))?::(.*)$/s.exec(line) ?? [];
  if (name === undefined) {
    return undefined;
  }
  const data = (text: string) =>
    text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
  const pairs = properties.split(",").map((pair) => {
    const [key = "", ...value] = pair.split("=");
    return [key, data(value.join("=").replaceAll("%3A", ":").replaceAll("%2C", ","))] as const;
  });
  return { name, properties: Object.fromEntries(pairs), message: data(message) };
}

function commands(text: string): readonly (Command | undefined)[] {
  return text.trimEnd().split("\n").slice(0, -1).map(parse);
}

describe("reportGithub", () => {
  test.each(HOSTILE)(
    "has three commands and the counts, and what they say, for %s",
    (_what, name) => {
      const text = reportGithub(resultNamed(name));
      const [outside, unproven, waived] = commands(text);
      expect(text.trimEnd().split("\n")).toHaveLength(4);
      expect([outside?.name, unproven?.name, waived?.name]).toEqual(["error", "error", "notice"]);
      expect(Object.keys(outside?.properties ?? {})).toEqual(["file", "line", "col", "title"]);
      expect(outside?.properties.title).toBe("outside resource-inside");
      expect(outside?.properties.file).toContain(printable(name).slice(0, 20).split("/")[0]);
      const [first] = outside?.message.split("\n") ?? [];
      expect(first).toContain(printable(name).slice(0, 1000));
      expect(text.trimEnd().split("\n").at(-1)).toMatch(/^NOT PROVEN /);
    },
  );

  test("names the file as the repository knows it, and none where there is no source line", () => {
    const [outside, unproven] = commands(
      reportGithub(resultNamed("a,b:c.ts"), { sourceRoot: "infra" }),
    );
    expect(outside?.properties).toMatchObject({ file: "infra/a,b:c.ts", line: "3", col: "5" });
    expect(unproven?.properties).not.toHaveProperty("file");
  });

  test("names no file above the root of the repository", () => {
    const [outside] = commands(reportGithub(resultNamed("../x.ts")));
    expect(outside?.properties).not.toHaveProperty("file");
    const [inside] = commands(reportGithub(resultNamed("../x.ts"), { sourceRoot: "infra" }));
    expect(inside?.properties.file).toBe("x.ts");
  });

  test.each([0, 1, 5000])("has one command for each of %i findings", (count) => {
    const found = commands(reportGithub(resultWith(count)));
    expect(found.filter((command) => command?.name === "error")).toHaveLength(count);
  });
});

test("reportGithub says of each finding what it is about, and ends with the counts", () => {
  expect(reportGithub(fullResult(), { sourceRoot: "infra" }).split("\n")).toEqual([
    "::error file=infra/stacks/shop.ts,line=27,col=5,title=outside resource-inside::shop/b: The bucket lies in Frankfurt.%0AGot eu-frankfurt-1%0AFix: Move it.%0AAt stacks/shop/cdk.tf.json#/provider/oci/0/region",
    "::error file=infra/stacks/net.ts,line=3,title=unproven state-inside::net: terraform.backend: Nothing says where the state lies.%0AGot eu-frankfurt-1%0AFix: Move it.%0AAt stacks/shop/cdk.tf.json#/terraform",
    "::error title=unproven state-inside::terraform.backend: Nothing says where the state lies.%0AAt waivers.json#",
    "::notice title=waived by retire%2C outside resource-inside::shop: oci_kms_key.k: The key lies in Paris.%0AGot eu-frankfurt-1%0AFix: Move it.%0AAt stacks/shop/cdk.tf.json#/provider/oci/0/region",
    "NOT PROVEN 4 resources: 1 inside, 1 outside, 1 unproven, 1 waived; 3 findings",
    "",
  ]);
});

test("reportGithub says of a result without findings the counts alone", () => {
  expect(reportGithub(resultOf())).toBe(
    "PROVEN 0 resources: 0 inside, 0 outside, 0 unproven, 0 waived\n",
  );
  expect(reportGithub(resultOf({ findings: [finding()] }))).toMatch(/^::error /);
});
