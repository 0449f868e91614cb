import { gzipSync } from "node:zlib";
import type { Evasion, Family } from "../evasion";
import { base64, COMPARTMENT, outside, unproven, withOci } from "./builders";

const PATH = "/resource/oci_functions_application/r/config/TARGET";

/** A setting of a function: free text to Terraform, and a place to the code that reads it. */
const setting = (value: string) =>
  withOci({
    oci_functions_application: {
      r: {
        compartment_id: COMPARTMENT,
        display_name: "f",
        subnet_ids: ["ocid1.subnet.oc1.iad.aaaa"],
        config: { TARGET: value },
      },
    },
  });

function disguise(
  id: string,
  tries: string,
  abroad: string,
  alike: string,
  because: string,
  expected = outside("argument-inside", PATH),
): Evasion {
  return {
    id,
    tries,
    config: setting(abroad),
    expected: [expected],
    lookAlikes: [{ because, config: setting(alike) }],
  };
}

const utf16 = (text: string) => Buffer.from(text, "utf16le").toString("base64");
const gzip = (text: string) => gzipSync(text).toString("base64");
const base64url = (text: string) => Buffer.from(text, "utf8").toString("base64url");

export const DISGUISES: Family = {
  title: "Disguises",
  evasions: [
    disguise(
      "upper-case",
      "Writes the region in upper case.",
      "AP-SINGAPORE-1",
      "US-PHOENIX-1",
      "an allowed region in upper case",
    ),
    disguise(
      "full-width-letters",
      "Writes letters of the width of East Asian ones.",
      "ｅｕ-ｆｒａｎｋｆｕｒｔ-１",
      "ｕｓ-ｐｈｏｅｎｉｘ-１",
      "an allowed region in the same letters",
    ),
    disguise(
      "mathematical-letters",
      "Writes letters of mathematics, which fonts show alike.",
      "𝐞𝐮-𝐩𝐚𝐫𝐢𝐬-𝟏",
      "𝐮𝐬-𝐜𝐡𝐢𝐜𝐚𝐠𝐨-𝟏",
      "an allowed region in the same letters",
    ),
    disguise(
      "cyrillic-letters",
      "Writes Cyrillic letters that look like Latin ones.",
      "uk-l\u043end\u043en-1",
      "К\u043end\u043en-1",
      "a word that is no region",
    ),
    disguise(
      "zero-width-characters",
      "Puts invisible characters between the letters.",
      "ap-\u200btok\u200dyo-1",
      "us-\u200bsan\u200djose-1",
      "an allowed region written so",
    ),
    disguise(
      "soft-hyphen",
      "Puts a soft hyphen into the name.",
      "me-du\u00adbai-1",
      "us-phoe\u00adnix-1",
      "an allowed region written so",
    ),
    disguise(
      "bidirectional-marks",
      "Puts marks of the writing direction into the name.",
      "eu-\u202emadrid\u202c-1",
      "us-\u202echicago\u202c-1",
      "an allowed region written so",
    ),
    disguise(
      "other-hyphens",
      "Writes hyphens of Unicode for the plain one.",
      "sa‑saopaulo‐1",
      "us‑phoenix‐1",
      "an allowed region with the same hyphens",
    ),
    disguise(
      "combining-marks",
      "Puts accents on the letters, which lookups strip.",
      "e\u0301u-zu\u0308rich-1",
      "u\u0301s-phoe\u0308nix-1",
      "an allowed region with the same marks",
    ),
    disguise(
      "percent-encoding",
      "Percent-encodes the region in a URL's path.",
      "/v1/%65%75-%66rankfurt-1/b",
      "/v1/%75%73-%70hoenix-1/b",
      "an allowed region encoded so",
    ),
    disguise(
      "percent-encoding-twice",
      "Percent-encodes the percent signs again.",
      "/v1/%2565%2575-stockholm-1/b",
      "/v1/%2575%2573-phoenix-1/b",
      "an allowed region encoded so",
    ),
    disguise(
      "unicode-escapes",
      "Writes escapes of JSON inside of JSON text.",
      '{"region":"\\u0061\\u0070-osaka-1"}',
      '{"region":"\\u0075\\u0073-phoenix-1"}',
      "an allowed region escaped so",
    ),
    disguise(
      "html-entities",
      "Writes character references of HTML.",
      "ap&#45;sydney&#x2d;1",
      "us&#45;sanjose&#x2d;1",
      "an allowed region written so",
    ),
    disguise(
      "base64-text",
      "Encodes the setting in base64.",
      base64('{"region":"eu-marseille-1"}'),
      base64('{"region":"us-phoenix-1"}'),
      "an allowed region encoded so",
    ),
    disguise(
      "base64-twice",
      "Encodes the setting in base64 twice.",
      base64(base64('{"region":"eu-marseille-1"}')),
      base64(base64('{"region":"us-phoenix-1"}')),
      "an allowed region encoded so",
    ),
    disguise(
      "base64-of-utf-16",
      "Encodes a PowerShell command as PowerShell takes it.",
      `powershell -EncodedCommand ${utf16("Set-Region ap-chuncheon-1")}`,
      `powershell -EncodedCommand ${utf16("Set-Region us-chicago-1")}`,
      "an allowed region encoded so",
    ),
    disguise(
      "base64-for-urls",
      "Encodes the setting in the URL-safe form of base64, inside a token.",
      `cfg_${base64url('??>{"to":"me-riyadh-1"}')}`,
      `cfg_${base64url('??>{"to":"us-phoenix-1"}')}`,
      "an allowed region encoded so",
    ),
    disguise(
      "base64-of-escapes",
      "Escapes the region and encodes the text in base64.",
      base64("region=%61%70-melbourne-1"),
      base64("region=%75%73-ashburn-1"),
      "an allowed region in the same wrapping",
    ),
    disguise(
      "gzip-in-base64",
      "Compresses a start-up script before it is encoded in base64, as cloud-init takes it.",
      gzip("#!/bin/sh\noci os object bulk-upload --region eu-jovanovac-1\n"),
      gzip("#!/bin/sh\noci os object bulk-upload --region us-phoenix-1\n"),
      "an allowed region compressed so",
    ),
    disguise(
      "gzip-too-large",
      "Compresses a script with so much white space that nobody uncompresses it.",
      gzip(`${" ".repeat(2 ** 20)}export REGION=eu-jovanovac-1`),
      gzip(`${" ".repeat(2 ** 19)}export REGION=us-phoenix-1`),
      "as much as is read",
      unproven("argument-inside", PATH),
    ),
    disguise(
      "punycode-host",
      "Writes the host's label in Punycode.",
      "https://objectstorage.xn--eu-frnkfurt-1-01k.oraclecloud.com",
      "https://objectstorage.xn--us-phoenx-1-6vj.oraclecloud.com",
      "the host of Phoenix written so",
    ),
    disguise(
      "trailing-dot-host",
      "Ends the host with the dot of an absolute name.",
      "https://objectstorage.ap-mumbai-1.oraclecloud.com./n/ns",
      "https://objectstorage.us-ashburn-1.oraclecloud.com./n/ns",
      "the host of Ashburn written so",
    ),
    disguise(
      "mixed-case-host",
      "Mixes the case of a host, which no resolver minds.",
      "ObjectStorage.Eu-Turin-1.OracleCloud.Com",
      "ObjectStorage.Us-Ashburn-1.OracleCloud.Com",
      "the host of Ashburn written so",
    ),
    disguise(
      "region-glued-to-text",
      "Hides the region between other words of a longer text.",
      "--copy=oci://b@ns?to=ca-toronto-1;fast",
      "--copy=oci://b@ns?to=us-chicago-1;fast",
      "an allowed region in the same text",
    ),
  ],
};
