import { readFileSync } from "node:fs";
import { join } from "node:path";
import { RULES } from "../../../guard";

const PAGES = join(__dirname, "..", "..", "..", "guard", "rules");

describe("the registry of rules", () => {
  test("holds every rule under the id that reports and waivers name it by", () => {
    expect(RULES.map(({ id }) => id)).toEqual([
      "argument-inside",
      "aws-policy-inside",
      "bucket-not-public",
      "customer-managed-key",
      "data-subnet-egress-inside",
      "data-subnet-unreachable",
      "file-read",
      "flow-inside",
      "hsm-protected-key",
      "human-access-from-network-source",
      "internet-only-through-waf",
      "module-proven",
      "no-preauthenticated-request",
      "no-public-endpoint",
      "no-untracked-code",
      "oci-policy-inside",
      "oci-quota-inside",
      "peering-inside",
      "provider-inside",
      "resource-inside",
      "state-encrypted",
      "state-inside",
      "waiver-current",
      "waiver-matched",
      "waiver-well-formed",
    ]);
  });

  test.each(RULES.map(({ id, title }) => [id, title]))(
    "promises of %s what its page promises",
    (id, title) => {
      expect(readFileSync(join(PAGES, `${id}.md`), "utf8").split("\n")[2]).toBe(title);
    },
  );
});
