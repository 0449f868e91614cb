import ipaddr from "ipaddr.js";
import {
  type Cloud,
  type Jurisdiction,
  nearest,
  parseOcid,
  Region,
  scan,
} from "../../jurisdiction";
import { FLOW_POLICIES, type FlowClass } from "./flow-class";
import { hostsOf } from "./hosts";
import { inferenceProfileOutcome } from "./inference-profile";
import { INSIDE, type Outcome, outside, unproven, worst } from "./outcome";

/** How literal text is to be read. */
export interface Reading {
  readonly flow: FlowClass;
  readonly cloud: Cloud | undefined;
  /** True where the argument takes a URL or a host. */
  readonly isAddress: boolean;
}

/** URLs whose host is a bucket, or that name no host. */
const NO_HOST = /^(?:s3[an]?|oci|urn|file):/i;

/**
 * Programs take a backslash for a slash, and after the scheme of a web address any number of them.
 *
 * Source: WHATWG URL, "special scheme" and "special authority slashes state".
 */
const URL_START = /^(?:jdbc:)?(?:[a-z][a-z0-9+.-]*:[/\\]{2}|(?:https?|wss?|ftps?):)/i;

/** Where literal text leads. Names of S3 buckets are resolved elsewhere. */
export function literalOutcome(
  text: string,
  reading: Reading,
  jurisdiction: Jurisdiction,
): Outcome {
  const { flow, cloud } = reading;
  if (flow === "region") {
    return regionOutcome(text, cloud, jurisdiction);
  }
  const mustBeProven = FLOW_POLICIES[flow]?.mustBeProven === true;
  if (!mustBeProven) {
    return evidenceOutcome(text, jurisdiction) ?? INSIDE;
  }
  if (flow === "group") {
    return evidenceOutcome(text, jurisdiction) ?? unproven("its name tells no region");
  }
  if (flow === "model") {
    const profile = inferenceProfileOutcome(text, jurisdiction);
    if (profile !== undefined) {
      return profile;
    }
  }
  const isUrl = URL_START.test(text) && !NO_HOST.test(text);
  if ((isUrl || reading.isAddress) && !/^(?:ocid1\.|arn:)/i.test(text)) {
    return addressOutcome(text, jurisdiction);
  }
  const evident = evidenceOutcome(text, jurisdiction);
  if (evident !== undefined) {
    return evident;
  }
  return parseOcid(text).value === undefined ? INSIDE : unproven("the OCID names no region");
}

function regionOutcome(
  text: string,
  cloud: Cloud | undefined,
  jurisdiction: Jurisdiction,
): Outcome {
  const lower = text.trim().toLowerCase();
  const region = Region.find(lower) ?? Region.findByKey(lower);
  if (region !== undefined) {
    return jurisdiction.allows(region)
      ? INSIDE
      : outside(region.id, `${JSON.stringify(text)} is ${region.id}`);
  }
  const evident = evidenceOutcome(text, jurisdiction);
  if (evident?.status === "outside") {
    return evident;
  }
  const [suggestion] = nearest(lower, Region.all(cloud).map(String), 1);
  const hint = suggestion === undefined ? "" : ` (nearest: ${suggestion})`;
  return text === ""
    ? INSIDE
    : unproven(`${JSON.stringify(text)} is no region that is known${hint}`);
}

/** Kinds of evidence that only mention a region where they are a part of the text. */
const MENTIONS = new Set<string>(["region-id", "region-key"]);

/**
 * What the identifiers and addresses in `text` prove; undefined where it holds none. A region that
 * a longer text mentions, such as a bucket called after one, decides nothing.
 */
export function evidenceOutcome(text: string, jurisdiction: Jurisdiction): Outcome | undefined {
  let proven = false;
  for (const { kind, proof, text: found } of scan(text)) {
    if (MENTIONS.has(kind) && found !== text) {
      continue;
    }
    if (proof.proves === "region" && !jurisdiction.allows(proof.region)) {
      return outside(proof.region.id, `${JSON.stringify(found)} names it`);
    }
    if (proof.proves === "realm" && jurisdiction.allowsRealm(proof.realm) === "none") {
      return outside(proof.realm.id, `${JSON.stringify(found)} names it`);
    }
    if (proof.proves === "unknown-place") {
      return unproven(`${JSON.stringify(found)} is a place that is not known`);
    }
    proven ||=
      proof.proves === "region" ||
      (proof.proves === "realm" && jurisdiction.allowsRealm(proof.realm) === "all");
  }
  return proven ? INSIDE : undefined;
}

/** Host names that no public name server answers: they resolve inside a network of one's own. */
const PRIVATE_NAMES = /(?:^|\.)(?:internal|local|localhost|localdomain|lan|oraclevcn\.com)$/i;

/** Ranges that lead nowhere but into a network of one's own, as ipaddr.js calls them. */
const PRIVATE_RANGES = new Set([
  "carrierGradeNat",
  "linkLocal",
  "loopback",
  "private",
  "uniqueLocal",
]);

function isPrivateAddress(host: string): boolean {
  const isAddress = ipaddr.IPv4.isValidFourPartDecimal(host) || ipaddr.IPv6.isValid(host);
  return isAddress && PRIVATE_RANGES.has(ipaddr.process(host).range());
}

/** Of an address the host decides, whatever else a URL mentions. */
function addressOutcome(text: string, jurisdiction: Jurisdiction): Outcome {
  return worst(
    hostsOf(text).map((host) => {
      if (!isPublic(host)) {
        return INSIDE;
      }
      if (/[\s\p{Cc}]/u.test(host)) {
        return unproven(`${JSON.stringify(host)} is no host`);
      }
      return evidenceOutcome(host, jurisdiction) ?? unproven(`${host} can be anywhere`);
    }),
  );
}

/** A bare name without a dot is one of a network of one's own; a bare number is an IPv4 address. */
function isPublic(host: string): boolean {
  if (/[\s\p{Cc}]/u.test(host)) {
    return true;
  }
  return (
    /[.:]|^(?:\d+|0x[\da-f]*)$/i.test(host) && !PRIVATE_NAMES.test(host) && !isPrivateAddress(host)
  );
}
