import { routesOf, tallyRegions } from "../../../../../guard/report/html/map/tally";
import { prepare } from "../../../../../guard/report/html/report";
import type { CheckResult } from "../../../../../guard/result";
import { finding, resultWith } from "../../../../support/hostile-result";
import { flow, placement } from "../../made";

const NONE = { outside: 0, unproven: 0, waived: 0, inside: 0 };

function tallied(result: Partial<CheckResult>) {
  return tallyRegions(prepare(resultWith(result))).map(
    ({ id, isAllowed, counts, resources, keys, named, standing }) => ({
      id,
      isAllowed,
      counts,
      of: [resources, keys, named],
      standing,
    }),
  );
}

const empty = (id: string) => ({
  id,
  isAllowed: true,
  counts: NONE,
  of: [0, 0, 0],
  standing: undefined,
});

describe("the regions of a result", () => {
  test("are the allowed ones where nothing lies anywhere", () => {
    expect(tallied({})).toEqual([empty("us-ashburn-1"), empty("us-phoenix-1")]);
  });

  test("hold their resources and data sources, by how they stand, and stand as the worst", () => {
    const placements = [
      placement(),
      placement({ kind: "data" }),
      placement({ status: "outside", waivers: ["w"] }),
      placement({ region: "eu-paris-1", status: "outside" }),
      placement({ region: "eu-paris-1", status: "unproven" }),
      placement({ region: null, status: "unproven" }),
    ];
    expect(tallied({ placements })).toEqual([
      {
        id: "us-ashburn-1",
        isAllowed: true,
        counts: { ...NONE, inside: 2, waived: 1 },
        of: [3, 0, 0],
        standing: "waived",
      },
      empty("us-phoenix-1"),
      {
        id: "eu-paris-1",
        isAllowed: false,
        counts: { ...NONE, outside: 1, unproven: 1 },
        of: [2, 0, 0],
        standing: "outside",
      },
    ]);
  });

  test.each(["provider", "module", "backend", "document"] as const)(
    "do not hold a %s, which is no resource",
    (kind) => {
      expect(tallied({ placements: [placement({ kind })] })).toEqual([
        empty("us-ashburn-1"),
        empty("us-phoenix-1"),
      ]);
    },
  );

  test("hold both a resource that lies in one or the other", () => {
    const placements = [placement({ region: "us-ashburn-1 or us-phoenix-1" })];
    expect(tallied({ placements }).map(({ of, standing }) => [of, standing])).toEqual([
      [[1, 0, 0], "inside"],
      [[1, 0, 0], "inside"],
    ]);
  });

  test.each([
    ["oci_kms_key.k", 1],
    ["aws_kms_key.k", 1],
    ["aws_kms_replica_key.k", 1],
    ["aws_kms_external_key.k", 1],
    ["aws_kms_replica_external_key.k", 1],
    ["data.oci_kms_key.k", 1],
    ["module.a.oci_kms_key.k", 1],
    ["module.a.module.b.aws_kms_key.k", 1],
    ["data.module.a.oci_kms_key.k", 1],
    ["oci_kms_vault.v", 0],
    ["oci_kms_key_version.k", 0],
    ["aws_kms_alias.k", 0],
    ["aws_s3_bucket.oci_kms_key", 0],
    ["my_oci_kms_key.k", 0],
    ["module.oci_kms_key.x_y.z", 0],
  ])("count %s as %i keys", (address, keys) => {
    const [ashburn] = tallied({ placements: [placement({ address })] });
    expect(ashburn?.of).toEqual([1, keys, 0]);
  });

  test("are named by a finding about what lies elsewhere, and stand as it does", () => {
    const result = {
      placements: [placement()],
      findings: [
        finding({ region: "ap-tokyo-1" }),
        finding({ region: "us-phoenix-1", status: "unproven" }),
        finding({ region: "us-phoenix-1", waiver: "w" }),
        finding({ region: null }),
      ],
    };
    expect(tallied(result)).toEqual([
      {
        id: "us-ashburn-1",
        isAllowed: true,
        counts: { ...NONE, inside: 1 },
        of: [1, 0, 0],
        standing: "inside",
      },
      { ...empty("us-phoenix-1"), of: [0, 0, 2], standing: "unproven" },
      { ...empty("ap-tokyo-1"), isAllowed: false, of: [0, 0, 1], standing: "outside" },
    ]);
  });

  test("are not named by a finding about what lies in them", () => {
    const [ashburn] = tallied({
      placements: [placement()],
      findings: [finding({ region: "us-ashburn-1" })],
    });
    expect(ashburn?.of).toEqual([1, 0, 0]);
    expect(ashburn?.standing).toBe("inside");
  });

  test("are named by a finding about what lies nowhere", () => {
    const [ashburn] = tallied({ findings: [finding({ region: "us-ashburn-1" })] });
    expect(ashburn?.of).toEqual([0, 0, 1]);
  });
});

describe("the routes of a result", () => {
  const routes = (result: Partial<CheckResult>) =>
    routesOf(prepare(resultWith(result))).map(({ from, to, standing, flows }) => [
      from,
      to,
      standing,
      flows.length,
    ]);
  const away = { to: "ap-tokyo-1", status: "outside" } as const;

  test.each([
    ["destination", "us-ashburn-1", "ap-tokyo-1"],
    ["key", "us-ashburn-1", "ap-tokyo-1"],
    ["source", "ap-tokyo-1", "us-ashburn-1"],
    ["image", "ap-tokyo-1", "us-ashburn-1"],
    ["secret", "ap-tokyo-1", "us-ashburn-1"],
  ] as const)("of the kind %s lead from %s to %s", (kind, from, to) => {
    expect(routes({ flows: [flow({ kind, ...away })] })).toEqual([[from, to, "outside", 1]]);
  });

  test("are none for what stays in its region or leads nowhere known", () => {
    expect(routes({ flows: [flow(), flow({ to: null }), flow({ from: null })] })).toEqual([]);
  });

  test("join the flows from one region to another, and stand as the worst, which is drawn last", () => {
    const flows = [
      flow(away),
      flow({ to: "us-phoenix-1" }),
      flow({ ...away, status: "unproven" }),
      flow({ from: "us-phoenix-1" }),
      flow({ from: "ap-tokyo-1", status: "unproven" }),
    ];
    expect(routes({ flows })).toEqual([
      ["us-ashburn-1", "us-phoenix-1", "inside", 1],
      ["us-phoenix-1", "us-ashburn-1", "inside", 1],
      ["ap-tokyo-1", "us-ashburn-1", "unproven", 1],
      ["us-ashburn-1", "ap-tokyo-1", "outside", 2],
    ]);
  });

  test("lead from each region that a block may lie in to each that it may lead to", () => {
    expect(
      routes({
        flows: [flow({ from: "us-ashburn-1 or us-phoenix-1", to: "us-phoenix-1 or ap-tokyo-1" })],
      }),
    ).toEqual([
      ["us-ashburn-1", "us-phoenix-1", "inside", 1],
      ["us-ashburn-1", "ap-tokyo-1", "inside", 1],
      ["us-phoenix-1", "ap-tokyo-1", "inside", 1],
    ]);
  });

  test("are waived where the finding about the argument is, and no other", () => {
    const flows = [flow({ ...away, path: "/p" })];
    const at = (path: string, more = {}) => ({ flows, findings: [finding({ path, ...more })] });
    expect(routes(at("/p", { waiver: "w" }))).toEqual([
      ["us-ashburn-1", "ap-tokyo-1", "waived", 1],
    ]);
    for (const result of [
      at("/p"),
      at("/q", { waiver: "w" }),
      at("/p", { waiver: "w", stack: "x" }),
    ]) {
      expect(routes(result)).toEqual([["us-ashburn-1", "ap-tokyo-1", "outside", 1]]);
    }
  });

  test("are those of the findings where the result lists no flows", () => {
    const result = {
      placements: [placement()],
      findings: [
        finding({ region: "ap-tokyo-1" }),
        finding({ region: "eu-paris-1", waiver: "w" }),
        finding({ region: "us-ashburn-1" }),
        finding({ region: "ap-tokyo-1", address: "x.y" }),
      ],
    };
    expect(routes(result)).toEqual([
      ["us-ashburn-1", "eu-paris-1", "waived", 1],
      ["us-ashburn-1", "ap-tokyo-1", "outside", 1],
    ]);
    expect(routes({ ...result, flows: [] })).toEqual([]);
    const [, route] = routesOf(prepare(resultWith(result)));
    expect(route?.flows).toEqual([{ kind: "region", status: "outside" }]);
  });
});
