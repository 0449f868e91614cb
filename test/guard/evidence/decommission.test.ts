import { decommissionRecords } from "../../../guard/evidence/decommission";
import type { JsonObject } from "../../../guard/json/json";
import { buildModel } from "../../../guard/model/build-model";

const MANIFEST = JSON.stringify({ version: 1, goneBy: "2026-02-27" });

function recordsOf(json: object, stack = "old") {
  const document = { stack, file: "cdk.tf.json", json: json as JsonObject };
  return decommissionRecords(buildModel({ documents: [document], unread: [] }));
}

test.each(["retirement_manifest", "manifest", "backupManifestOut"])(
  "takes the manifest in an output that is called %s",
  (name) => {
    expect(recordsOf({ output: { [name]: { value: MANIFEST } } })).toEqual([
      {
        stack: "old",
        address: `output.${name}`,
        manifest: { version: 1, goneBy: "2026-02-27" },
      },
    ]);
  },
);

test("takes the manifests of all stacks, each under its stack", () => {
  const json = { output: { manifest: { value: MANIFEST } } } as unknown as JsonObject;
  const documents = ["one", "two"].map((stack) => ({ stack, file: `${stack}.json`, json }));
  expect(
    decommissionRecords(buildModel({ documents, unread: [] })).map(({ stack }) => stack),
  ).toEqual(["one", "two"]);
});

test.each<[string, object]>([
  ["an output with another name", { output: { retirement: { value: MANIFEST } } }],
  [
    "a resource with a manifest for its value",
    { resource: { x_y: { manifest: { value: MANIFEST } } } },
  ],
  ["an output that is no text", { output: { manifest: { value: { goneBy: "2026-02-27" } } } }],
  ["an output whose text is in a list", { output: { manifest: { value: [MANIFEST] } } }],
  ["an output without a value", { output: { manifest: { sensitive: true } } }],
  ["an output that is no JSON", { output: { manifest: { value: "gone by 2026-02-27" } } }],
  ["JSON without a day", { output: { manifest: { value: '{"version":1}' } } }],
  ["JSON with a day that is no text", { output: { manifest: { value: '{"goneBy":20260227}' } } }],
  ["JSON that is null", { output: { manifest: { value: "null" } } }],
  ["JSON that is a list", { output: { manifest: { value: `[${MANIFEST}]` } } }],
])("takes nothing from %s", (_what, json) => {
  expect(recordsOf(json)).toEqual([]);
});
