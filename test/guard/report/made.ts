import type { Flow } from "../../../guard/flow/flow";
import type { ReachabilityProof } from "../../../guard/network";
import type { CheckResult, Note, Placement } from "../../../guard/result";
import { finding, resultWith } from "../../support/hostile-result";

/** Parts of a result, made by hand: a reporter is judged by what it says of them, not by the rules. */

/** A placement; by default a bucket that is proven to lie in Ashburn. */
export function placement(more: Partial<Placement> = {}): Placement {
  return {
    kind: "resource",
    stack: "shop",
    address: "oci_objectstorage_bucket.b",
    region: "us-ashburn-1",
    status: "inside",
    evidence: "provider.oci sets region us-ashburn-1.",
    ...more,
  };
}

/** A note; by default about a bucket of the stack `shop`. */
export function note(more: Partial<Note> = {}): Note {
  return {
    rule: "state-inside",
    stack: "shop",
    file: "stacks/shop/cdk.tf.json",
    address: "oci_objectstorage_bucket.b",
    path: "/resource",
    message: "oci_objectstorage_bucket.b is small.",
    ...more,
  };
}

/** A flow; by default a replica in the region of its bucket. */
export function flow(more: Partial<Flow> = {}): Flow {
  return {
    stack: "shop",
    address: "oci_objectstorage_bucket.b",
    path: "/resource/oci_objectstorage_bucket/b/replica",
    kind: "replica",
    from: "us-ashburn-1",
    to: "us-ashburn-1",
    status: "inside",
    ...more,
  };
}

/** The proof of a subnet; by default of a data subnet that nothing reaches. */
export function proof(more: Partial<ReachabilityProof> = {}): ReachabilityProof {
  return {
    stack: "shop",
    address: "oci_core_subnet.data",
    role: "data",
    verdict: "closed",
    inbound: [],
    outbound: [],
    evidence: [],
    ...more,
  };
}

/** A result with something of every kind in it: three stacks, and a file of none. */
export function fullResult(): CheckResult {
  const unproven = {
    rule: "state-inside",
    status: "unproven",
    address: "terraform.backend",
    path: "/terraform",
    region: null,
    message: "Nothing says where the state lies.",
  } as const;
  const hops = [
    { stack: "net", address: "internet", says: "Anybody may come." },
    { stack: "net", address: "oci_core_internet_gateway.g", says: "The gateway lets it in." },
  ];
  return resultWith({
    summary: { resources: 4, inside: 1, outside: 1, unproven: 1, waived: 1 },
    placements: [
      placement({ stack: "net", address: "oci_core_subnet.data" }),
      placement({
        address: "oci_kms_key.k",
        status: "outside",
        region: "eu-paris-1",
        waivers: ["retire"],
      }),
      placement({
        constructPath: "shop/b",
        region: "eu-frankfurt-1",
        status: "outside",
        evidence: "provider.oci sets region eu-frankfurt-1.",
      }),
      placement({ address: "oci_core_vcn.v", region: null, status: "unproven", evidence: "-" }),
    ],
    findings: [
      finding({ address: "oci_kms_key.k", waiver: "retire", message: "The key lies in Paris." }),
      finding({
        constructPath: "shop/b",
        source: { file: "stacks/shop.ts", line: 27, column: 5 },
      }),
      finding({ ...unproven, source: { file: "stacks/net.ts", line: 3 }, stack: "net" }),
      finding({ ...unproven, stack: "", file: "waivers.json", path: "", value: "", fix: "" }),
    ],
    notes: [
      note({ stack: "", message: "A file was not read." }),
      note(),
      note({
        address: "oci_objectstorage_bucket.c",
        message: "oci_objectstorage_bucket.c is small.",
      }),
    ],
    reachability: [
      proof({
        stack: "net",
        verdict: "open",
        inbound: [{ verdict: "open", hops, evidence: "The internet reaches it." }],
        evidence: ["It holds a database."],
      }),
    ],
    waivers: [
      {
        id: "retire",
        rule: "resource-inside",
        subject: "shop:oci_kms_key.k",
        reason: "it moves soon",
        owner: "storage team",
        ticket: "RES-12",
        expires: "2026-03-31",
      },
    ],
  });
}
