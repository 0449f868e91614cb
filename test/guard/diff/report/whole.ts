import { type CheckResult, diffResults, type ResidencyDiff } from "../../../../guard";
import { side } from "../sides";

type Finding = CheckResult["findings"][number];
type Placement = CheckResult["placements"][number];

const finding = (name: string, more: Partial<Finding> = {}): Finding => ({
  rule: "resource-inside",
  status: "outside",
  stack: "data",
  file: "data/cdk.tf.json",
  address: `oci_x.${name}`,
  path: `/resource/oci_x/${name}`,
  value: "eu-frankfurt-1",
  region: "eu-frankfurt-1",
  message: `${name} lies abroad.`,
  fix: `Move ${name}.`,
  ...more,
});

const placement = (name: string, more: Partial<Placement> = {}): Placement => ({
  kind: "resource",
  stack: "data",
  address: `oci_x.${name}`,
  region: "us-ashburn-1",
  status: "inside",
  evidence: `${name} says so.`,
  ...more,
});

const lost = (name: string): Placement =>
  placement(name, { region: null, status: "unproven", evidence: `${name} says nothing.` });

const flow = (name: string, to: string | null, more: object = {}) => ({
  stack: "data",
  address: `oci_x.${name}`,
  path: `/resource/oci_x/${name}/to`,
  kind: "replica" as const,
  from: "us-ashburn-1",
  to,
  status: "inside" as const,
  ...more,
});

const way = (verdict: "open" | "inside", end: string) => ({
  verdict,
  hops: [
    { stack: "data", address: "oci_x.gateway", says: "it is there" },
    { stack: "data", address: end, says: "it answers" },
  ],
  evidence: `${end} is at the end.`,
});

const DIFF = diffResults(side({}), side({}));

/** A diff that holds each kind of change once, so that a report of it shows all that one can say. */
export const WHOLE: ResidencyDiff = {
  ...DIFF,
  head: {
    ...DIFF.head,
    asOf: "2026-02-15",
    jurisdiction: { ...DIFF.head.jurisdiction, name: "US and Canada" },
    summary: { ...DIFF.head.summary, resources: 7, inside: 3, outside: 2, unproven: 1, waived: 1 },
    openFindings: 2,
  },
  jurisdiction: { regionsAdded: ["ca-toronto-1", "ca-montreal-1"], regionsRemoved: ["us-west-1"] },
  placements: {
    appeared: [placement("new"), placement("doubtful", { region: null, status: "unproven" })],
    left: [placement("old", { region: null, status: "outside" })],
    moved: [
      {
        before: placement("mover"),
        after: placement("mover", { region: "us-phoenix-1", constructPath: "data/mover" }),
      },
    ],
    lostProof: [{ before: placement("loser"), after: lost("loser") }],
    gainedProof: [{ before: lost("gainer"), after: placement("gainer") }],
  },
  findings: {
    appeared: [
      finding("bucket", {
        constructPath: "data/bucket",
        source: { file: "stacks/data.ts", line: 31 },
      }),
      finding("bare", { status: "unproven", stack: "", value: "", region: null, fix: "" }),
    ],
    gone: [finding("gone")],
    changed: [
      {
        change: "worse",
        before: finding("worse", { status: "unproven" }),
        after: finding("worse"),
      },
      {
        change: "worse",
        before: finding("unwaived", { waiver: "w1" }),
        after: finding("unwaived"),
      },
      {
        change: "better",
        before: finding("better"),
        after: finding("better", { status: "unproven" }),
      },
      {
        change: "better",
        before: finding("waived"),
        after: finding("waived", { waiver: "w2" }),
      },
      {
        change: "other-value",
        before: finding("other", { value: "eu-madrid-1" }),
        after: finding("other"),
      },
    ],
  },
  flows: {
    appeared: [
      flow("crossing", "us-phoenix-1", { target: "oci_x.copy" }),
      flow("staying", "us-ashburn-1"),
      flow("image", null, { kind: "image" }),
      flow("nowhere", null, { from: null, status: "unproven" }),
    ],
    gone: [flow("ended", "eu-frankfurt-1", { status: "outside" }), flow("stayed", "us-ashburn-1")],
    changed: [{ before: flow("turned", null), after: flow("turned", "us-phoenix-1") }],
  },
  reachability: [
    {
      change: "worse",
      stack: "net",
      address: "oci_core_subnet.a",
      role: "data",
      before: "inside",
      after: "open",
      opened: [{ direction: "in", path: way("open", "internet") }],
      closed: [],
    },
    {
      change: "wider",
      stack: "net",
      address: "oci_core_subnet.b",
      role: "data",
      before: null,
      after: "inside",
      opened: [{ direction: "out", path: way("inside", "oci_x.service") }],
      closed: [],
    },
    {
      change: "better",
      stack: "net",
      address: "oci_core_subnet.c",
      role: "data",
      before: "open",
      after: "inside",
      opened: [],
      closed: [{ direction: "in", path: way("open", "internet") }],
    },
    {
      change: "better",
      stack: "net",
      address: "oci_core_subnet.d",
      role: "data",
      before: "open",
      after: "open",
      opened: [],
      closed: [],
      waivers: ["w3"],
    },
  ],
  waivers: (["came", "covers-more", "renewed", "changed", "ran-out", "removed"] as const).map(
    (change) => {
      const of = (expires: string) => ({
        id: `w-${change}`,
        rule: "resource-inside",
        subject: "data",
        reason: "it is deleted soon",
        owner: "storage-team",
        ticket: "RES-12",
        expires,
      });
      const isGone = change === "ran-out" || change === "removed";
      return {
        change,
        id: `w-${change}`,
        ...(change === "came" ? {} : { before: of("2026-03-01") }),
        ...(isGone ? {} : { after: of("2026-04-01") }),
        findings: change === "changed" || change === "removed" ? [] : [finding("covered")],
      };
    },
  ),
};
