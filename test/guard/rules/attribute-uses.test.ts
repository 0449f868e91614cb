import { join } from "node:path";
import { judgePath, temporaryFolder, write } from "../../support/judge-path";
import { inFull, notesInFull } from "./in-full";

const ABROAD = "eu-frankfurt-1";

/** What a resource says abroad, in which argument, and what another takes. */
function estate(body: object, taking: object): object {
  return { resource: { oci_x_y: { a: body }, oci_x_z: { r: taking } } };
}

const judged = (body: object, taking: object) =>
  inFull("argument-inside", estate(body, taking)).map(([, path, , message]) => [
    path,
    message.replace(/^.* outside US(?:, and )?/, ""),
  ]);

const noted = (body: object, taking: object) =>
  notesInFull("argument-inside", estate(body, taking)).map(([path]) => path);

const TAGS = { freeform_tags: { origin: ABROAD, "a/b": "x" } };

describe("a tag or a description of a resource", () => {
  test.each<[object, object, string, string]>([
    [TAGS, { target: "${oci_x_y.a.freeform_tags.origin}" }, "/freeform_tags/origin", "target"],
    [TAGS, { target: '${oci_x_y.a.freeform_tags["origin"]}' }, "/freeform_tags/origin", "target"],
    [
      TAGS,
      { target: "to ${oci_x_y.a[0].freeform_tags.origin}!" },
      "/freeform_tags/origin",
      "target",
    ],
    [TAGS, { config: "${oci_x_y.a.freeform_tags}" }, "/freeform_tags/origin", "config"],
    [
      TAGS,
      { metadata: { name: "${merge(oci_x_y.a.freeform_tags, {})}" } },
      "/freeform_tags/origin",
      "name",
    ],
    [
      { defined_tags: { "a/b": ABROAD } },
      { target: '${oci_x_y.a.defined_tags["a/b"]}' },
      "/defined_tags/a~1b",
      "target",
    ],
    [{ description: ABROAD }, { target: "${oci_x_y.a.description}" }, "/description", "target"],
    [
      { display_name: ABROAD },
      { config: { X: "${oci_x_y.a.display_name}" } },
      "/display_name",
      "config",
    ],
    [
      { freeform_tags: { "1st": ABROAD } },
      { target: '${oci_x_y.a.freeform_tags["1st"]}' },
      "/freeform_tags/1st",
      "target",
    ],
    [
      { freeform_tags: { v2: ABROAD } },
      { target: "${oci_x_y.a.freeform_tags.v2}" },
      "/freeform_tags/v2",
      "target",
    ],
    [{ comment: ABROAD }, { target: '${oci_x_y.a["long key"].comment}' }, "/comment", "target"],
    [{ summary: ABROAD }, { target: "${oci_x_y.a.summary}" }, "/summary", "target"],
    [{ bucket: ABROAD }, { config: { X: "${oci_x_y.a.bucket}" } }, "/bucket", "config"],
  ])("%j is reported where a setting takes it: %j", (body, taking, path, argument) => {
    expect(judged(body, taking)).toEqual([
      [`/resource/oci_x_y/a${path}`, `oci_x_z.r takes it for ${argument}.`],
    ]);
  });

  test.each<[object, object, string]>([
    [TAGS, { target: '${oci_x_y.a.freeform_tags["a/b"]}' }, "/freeform_tags/origin"],
    [TAGS, { target: "${oci_x_y.a.freeform_tags}" }, "/freeform_tags/origin"],
    [TAGS, { target: "${oci_x_y.a.id}" }, "/freeform_tags/origin"],
    [TAGS, { target: "${oci_x_y.b.freeform_tags.origin}" }, "/freeform_tags/origin"],
    [TAGS, { freeform_tags: "${oci_x_y.a.freeform_tags}" }, "/freeform_tags/origin"],
    [TAGS, { description: "${oci_x_y.a.freeform_tags.origin}" }, "/freeform_tags/origin"],
    [{ display_name: ABROAD }, { target: "${oci_x_y.a.display_name}" }, "/display_name"],
    [
      { description: `not ${ABROAD}` },
      { config: { X: "${oci_x_y.a.description}" } },
      "/description",
    ],
  ])("%j is a note where nothing that decides takes it: %j", (body, taking, path) => {
    expect(judged(body, taking)).toEqual([]);
    expect(noted(body, taking)).toEqual([`/resource/oci_x_y/a${path}`]);
  });

  test("of a data source is reported too", () => {
    const json = {
      data: { oci_x_y: { a: { freeform_tags: { origin: ABROAD } } } },
      resource: { oci_x_z: { r: { target: "${data.oci_x_y.a.freeform_tags.origin}" } } },
    };
    expect(inFull("argument-inside", json).map(([, path]) => path)).toEqual([
      "/data/oci_x_y/a/freeform_tags/origin",
    ]);
  });
});

test("what is called a text in a default or an output can be used for anything", () => {
  const value = { description: ABROAD, origin_tags: { x: ABROAD }, name: `not ${ABROAD}` };
  const json = {
    variable: { v: { description: ABROAD, default: value } },
    output: { o: { description: ABROAD, value } },
  };
  expect(inFull("argument-inside", json).map(([, path]) => path)).toEqual([
    "/output/o/value/description",
    "/variable/v/default/description",
  ]);
});

test("what takes a bucket's name is judged by the ARN that it is given", () => {
  const buckets = {
    bucket: "arn:aws:s3:eu-west-1:123456789012:accesspoint/a",
    bucket_name: "ocid1.bucket.oc1.eu-frankfurt-1.aaaa",
    destination_bucket_name: "copies-of-eu-west-1",
  };
  expect(
    inFull("argument-inside", { resource: { oci_x_z: { r: buckets } } }).map(([, path]) => path),
  ).toEqual(["/resource/oci_x_z/r/bucket", "/resource/oci_x_z/r/bucket_name"]);
});

describe("what a module is given", () => {
  const folder = temporaryFolder();

  /** What argument-inside says of the call of a module that hands `value` to a setting. */
  function called(name: string, given: object, value: string): readonly string[] {
    const provider = { aws: [{ region: "us-east-1" }] };
    const parameter = { name: "p", type: "String", value, tags: "${var.tags}" };
    write(folder, `${name}/cdk.tf.json`, {
      provider,
      module: { m: { source: "./m", tags: {}, ...given } },
    });
    write(folder, `${name}/m/main.tf.json`, {
      variable: { tags: {}, description: {} },
      resource: { aws_ssm_parameter: { p: parameter } },
    });
    return judgePath(join(folder, name, "cdk.tf.json"))
      .findings.filter(({ rule }) => rule === "argument-inside")
      .map(({ path }) => path);
  }

  test.each<[string, object, string, readonly string[]]>([
    ["a tag", { tags: { to: "eu-west-1" } }, "${var.tags.to}", ["/module/m/tags/to"]],
    [
      "a part of a text",
      { tags: { to: "eu-west-1" } },
      "x ${var.tags.to}",
      ["/module/m/tags/to", "/resource/aws_ssm_parameter/p/value"],
    ],
    ["a description", { description: "eu-west-1" }, "b", ["/module/m/description"]],
    ["another tag", { tags: { from: "eu-west-1" } }, "${var.tags.to}", []],
    ["a text", { description: "not eu-west-1" }, "${var.description}", []],
  ])("is reported where the module takes it for a setting: %s", (what, given, value, paths) => {
    expect(called(what.replaceAll(" ", "-"), given, value)).toEqual(paths);
  });
});
