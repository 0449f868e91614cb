import { check } from "../../../guard";
import type { JsonObject } from "../../../guard/json/json";
import { Jurisdiction } from "../../../jurisdiction";
import { at, one } from "../../support/of-rule";
import { told } from "./told";

const said = (type: string, body: object, more: object = {}) =>
  told("no-public-endpoint", { ...one(type, body), ...more });

const DATABASE = "oci_database_autonomous_database";
const RANGES =
  "Set subnet_id to a private subnet, or whitelisted_ips to the addresses that may reach it.";
const EITHER = (a: string, b: string) => `\${x_y.z.on ? "${a}" : ${b}}`;

describe("judgeExposure", () => {
  test("repeats what opens it, and where", () => {
    expect(said("aws_db_instance", { publicly_accessible: "TRUE" })).toEqual([
      {
        status: "outside",
        path: at("aws_db_instance", "publicly_accessible"),
        value: "TRUE",
        message: "aws_db_instance.r has a public endpoint: it can be reached from outside US.",
        fix: "Set publicly_accessible to false.",
      },
    ]);
  });

  test("has no value to repeat of what is left out", () => {
    expect(said("aws_transfer_server", {})).toMatchObject([
      { status: "outside", path: at("aws_transfer_server"), value: "" },
    ]);
  });

  test("leaves unproven what the file does not tell, and says why", () => {
    const [found, ...others] = said("aws_db_instance", { publicly_accessible: "${x_y.z.on}" });
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      status: "unproven",
      path: at("aws_db_instance", "publicly_accessible"),
      value: "${x_y.z.on}",
      fix: "Set publicly_accessible to false.",
    });
    expect(found?.message).toMatch(
      /^Nothing proves that aws_db_instance\.r is closed to the internet: publicly_accessible is not in the file: \S.*\.$/,
    );
  });

  test("leaves a list unproven that the file does not tell, and says why", () => {
    const [found, ...others] = said(DATABASE, { whitelisted_ips: "${x_y.z.ips}" });
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      status: "unproven",
      path: at(DATABASE, "whitelisted_ips"),
      value: "${x_y.z.ips}",
      fix: RANGES,
    });
    expect(found?.message).toMatch(
      /^Nothing proves that oci_database_autonomous_database\.r is closed to the internet: whitelisted_ips is not in the file: \S.*\.$/,
    );
  });

  test("judges every block, and says nothing of a closed one", () => {
    const vnics = [
      { is_public_ip_assigned: true },
      { is_public_ip_assigned: false },
      {},
      { is_public_ip_assigned: "true" },
    ];
    const type = "oci_container_instances_container_instance";
    expect(said(type, { vnics }).map(({ path }) => path)).toEqual([
      at(type, "vnics/0/is_public_ip_assigned"),
      at(type, "vnics/3/is_public_ip_assigned"),
    ]);
    expect(said(type, {})).toEqual([]);
  });

  test("says all that is wrong with one block", () => {
    const type = "oci_containerengine_cluster";
    const body = { endpoint_config: { is_public_ip_enabled: true } };
    expect(said(type, body).map(({ path }) => path)).toEqual([
      at(type),
      at(type, "endpoint_config/is_public_ip_enabled"),
    ]);
  });

  test.each<[object, string]>([
    [{ subnet_id: null }, ""],
    [{ subnet_id: "" }, ""],
    [{ subnet_id: false }, ""],
    [{ subnet_id: EITHER("s", "null") }, ""],
    [{ subnet_id: EITHER("s", '"false"') }, ""],
    [{ subnet_id: "${x_y.z.on ? x_y.s.id : null}" }, ""],
    [{ whitelisted_ips: EITHER("198.51.100.0/24", "null") }, "whitelisted_ips"],
    [{ whitelisted_ips: EITHER("198.51.100.0/24", '"0.0.0.0/0"') }, "whitelisted_ips"],
  ])("fails %j, which may leave it open", (body, argument) => {
    expect(said(DATABASE, body)).toMatchObject([
      { status: "outside", path: at(DATABASE, argument), fix: RANGES },
    ]);
  });

  test.each<[object]>([
    [{ subnet_id: "s" }],
    [{ subnet_id: EITHER("s", '"t"') }],
    [{ subnet_id: "${x_y.s.id}" }],
    [{ subnet_id: null, autonomous_container_database_id: "c" }],
    [{ subnet_id: "s", whitelisted_ips: ["0.0.0.0/0"] }],
    [{ whitelisted_ips: ["198.51.100.7"] }],
    [{ whitelisted_ips: EITHER("198.51.100.7", '"198.51.100.8"') }],
  ])("passes %j", (body) => {
    expect(said(DATABASE, body)).toEqual([]);
  });

  test.each([
    [EITHER("true", '"false"'), 1],
    [EITHER("true", "null"), 1],
    [EITHER("false", "null"), 0],
    ["other", 0],
  ])("takes publicly_accessible %s for open where any value of it is: %d", (value, found) => {
    expect(said("aws_db_instance", { publicly_accessible: value })).toHaveLength(found);
  });

  test("judges an override file and what it changes as one, where each argument stands", () => {
    const document = (file: string, body: object) => ({
      stack: "s",
      file,
      json: one("aws_db_instance", body) as JsonObject,
    });
    const judged = (...bodies: readonly object[]) =>
      check(
        {
          documents: bodies.map((body, index) =>
            document(
              ["main.tf.json", "a_override.tf.json", "b_override.tf.json"][index] ?? "",
              body,
            ),
          ),
          unread: [],
        },
        { jurisdiction: Jurisdiction.US, asOf: "2026-01-01" },
      )
        .findings.filter((each) => each.rule === "no-public-endpoint")
        .map(({ file, path }) => `${file} ${path}`);
    const open = { publicly_accessible: true };
    const argument = at("aws_db_instance", "publicly_accessible");
    expect(judged(open)).toEqual([`main.tf.json ${argument}`]);
    expect(judged(open, { publicly_accessible: false })).toEqual([]);
    expect(judged({ publicly_accessible: false }, open)).toEqual([
      `a_override.tf.json ${argument}`,
    ]);
    // The override is judged for both, and the argument stands in the other file.
    expect(judged(open, { name: "d" })).toEqual([`a_override.tf.json ${at("aws_db_instance")}`]);
    expect(judged({}, open, { publicly_accessible: false })).toEqual([]);
    expect(judged({}, open, { name: "d" })).toEqual([
      `b_override.tf.json ${at("aws_db_instance")}`,
    ]);
    expect(judged({}, {}, open)).toEqual([`b_override.tf.json ${argument}`]);
  });
});
