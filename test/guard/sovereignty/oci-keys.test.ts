import { checkJson } from "../../support/check-json";
import { at, one } from "../../support/of-rule";
import { told } from "./told";

const RULE = "hsm-protected-key";
const TYPE = "oci_kms_key";
const AES = { algorithm: "AES", length: 32 };

const said = (body: object) =>
  told(RULE, one(TYPE, body)).map(
    ({ status, path, value, message, fix }) => `${status} ${path} ${value}: ${message} ${fix}`,
  );

const MODE = "Leave protection_mode out, or set it to HSM.";
const LENGTH = "Set key_shape.length to 32.";
const EITHER = (a: string, b: string) => `\${x_y.z.on ? "${a}" : ${b}}`;

describe("a key of an OCI vault", () => {
  test.each(["SOFTWARE", "Software", EITHER("HSM", '"SOFTWARE"')])(
    "is protected by software in the mode %s",
    (protection_mode) => {
      expect(said({ protection_mode, key_shape: AES })).toEqual([
        `unproven ${at(TYPE, "protection_mode")} ${protection_mode}: oci_kms_key.r is protected by software, so that it can be exported to anywhere. ${MODE}`,
      ]);
    },
  );

  test.each(["HSM", "hsm", EITHER("HSM", "null"), EITHER("HSM", '"hsm"')])(
    "is protected by an HSM in the mode %s",
    (protection_mode) => {
      expect(said({ protection_mode, key_shape: AES })).toEqual([]);
    },
  );

  test("has no mode that anything proves where the file does not tell it", () => {
    const [found, ...others] = said({ protection_mode: "${x_y.z.mode}", key_shape: AES });
    expect(others).toEqual([]);
    expect(found).toMatch(
      /^unproven \/resource\/oci_kms_key\/r\/protection_mode \$\{x_y\.z\.mode\}: Nothing proves that an HSM protects oci_kms_key\.r: protection_mode is not in the file, \S.*\. Leave protection_mode out, or set it to HSM\.$/,
    );
  });

  test("is kept outside of Oracle Cloud under no name, or noted under one", () => {
    const json = (more: object) =>
      one(TYPE, { protection_mode: "EXTERNAL", key_shape: { length: 16 }, ...more });
    expect(told(RULE, json({}))).toEqual([
      {
        status: "unproven",
        path: at(TYPE, "protection_mode"),
        value: "EXTERNAL",
        message: "oci_kms_key.r is kept outside of Oracle Cloud, and names no key there.",
        fix: "Write external_key_reference with the key of your external key manager.",
      },
    ]);
    const named = json({ external_key_reference: { external_key_id: "k" } });
    expect(told(RULE, named)).toEqual([]);
    expect(checkJson(named).notes.filter((each) => each.rule === RULE)).toMatchObject([
      {
        path: at(TYPE, "protection_mode"),
        message:
          "oci_kms_key.r is kept by an external key manager; its vault says where that stands.",
      },
    ]);
  });

  test("names a key elsewhere to no effect where an HSM protects it", () => {
    const external_key_reference = { external_key_id: "k" };
    const { notes } = checkJson(one(TYPE, { key_shape: AES, external_key_reference }));
    expect(notes.filter((each) => each.rule === RULE)).toEqual([]);
  });

  test.each([
    [{ algorithm: "AES", length: 24 }, "24"],
    [{ length: 16 }, "16"],
    [{ algorithm: "${x_y.z.algorithm}", length: 16 }, "16"],
    [{ algorithm: EITHER("AES", '"RSA"'), length: 16 }, "16"],
    [{ algorithm: "AES", length: EITHER("32", '"16"') }, EITHER("32", '"16"')],
  ])("has too few bits in the shape %j", (key_shape, value) => {
    expect(said({ key_shape })).toEqual([
      `unproven ${at(TYPE, "key_shape/length")} ${value}: oci_kms_key.r is shorter than 256 bits. ${LENGTH}`,
    ]);
  });

  test.each([
    { algorithm: "RSA", length: 256 },
    { algorithm: "ECDSA", length: 16 },
    { algorithm: "AES", length: "32" },
    { algorithm: "AES" },
  ])("has bits enough in the shape %j", (key_shape) => {
    expect(said({ key_shape })).toEqual([]);
  });

  test("has no length that anything proves where the file does not tell it", () => {
    const [found, ...others] = said({ key_shape: { ...AES, length: "${x_y.z.length}" } });
    expect(others).toEqual([]);
    expect(found).toMatch(
      /^unproven \/resource\/oci_kms_key\/r\/key_shape\/length \$\{x_y\.z\.length\}: Nothing proves that oci_kms_key\.r has 256 bits: its length is not in the file, \S.*\. Set key_shape\.length to 32\.$/,
    );
  });

  test("can lack both", () => {
    expect(said({ protection_mode: "SOFTWARE", key_shape: { length: 16 } })).toHaveLength(2);
  });
});
