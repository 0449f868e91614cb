import { hostOf, parseHost } from "./parsers/host";
import { parseArn, parseAvailabilityDomain, parseAvailabilityZone, parseEndpointService, parseOcid, parseRegistry, parseServiceCidrLabel } from "./parsers";
import { findByIdOrKey, type PlaceProof, provesRegion, provesUnknown } from "./proof";
import { Region } from "./region";

export interface PlaceEvidence {
  readonly kind: "region-id" | "region-key" | "ocid" | "arn" | "availability-domain" | "availability-zone" | "host" | "registry" | "service-principal" | "service-cidr-label" | "endpoint-service";
  readonly text: string;
  readonly index: number;
  readonly proof: PlaceProof;
  readonly disguised?: "unicode" | "percent-encoding" | "base64" | "escape";
}

const MAYBE = /-\d|-ad-|ocid1|arn:|ocir|cloud|amazonaws|\.aws|\.region|-objectstorage|-services-in|\d-az|[^\u0000-\u007f]|%[0-9a-f]{2}|\\[ux]|&#|[A-Za-z0-9+/_-]{16,}/i;
const GEO = "(?:af|ap|ca|cn|eu|eusc|il|me|mx|sa|uk|us)";
const TOKENS = new RegExp(
  [
    "(?<ocid>ocid1\\.[a-z0-9_-]+\\.[a-z0-9-]+\\.[a-z0-9_-]*\\.[a-z0-9._-]*)",
    "(?<arn>\\barn:[a-z0-9*-]+:[a-z0-9*-]*:[a-z0-9*-]*:[^\\s\"',)\\]}]*)",
    "(?<endpoint>(?<![a-z0-9.-])(?:[a-z]{2,3}\\.)?com\\.amazonaws\\.[a-z0-9.-]+)",
    "(?<host>(?<![a-z0-9.-])(?:[a-z0-9_-]+\\.)+[a-z]{2,}(?![a-z0-9-]))",
    `(?<ad>(?<![a-z0-9])(?:[a-z0-9]{4}:)?(?:${GEO}(?:-[a-z]+)+(?:-\\d)?|[a-z]{3})-ad-[1-3](?![0-9]))`,
    "(?<cidr>(?<![a-z0-9-])(?:oci-[a-z0-9-]+-objectstorage|all-[a-z0-9-]+-services-in-oracle-services-network)(?![a-z0-9-]))",
    "(?<cond>\\b(?:request|target)\\.region(?:\\.\\w+)?\\s*!?=\\s*['\"]?(?<condregion>[a-z0-9-]+))",
    `(?<place>(?<![a-z0-9])${GEO}(?:-[a-z]{2,20}){1,4}-\\d{1,2}(?:-[a-z]{3}-\\d[a-z]?(?![a-z0-9])|-wl\\d[a-z0-9-]*|[a-z](?![a-z0-9]))?(?![a-z0-9]))`,
    "(?<zone>(?<![a-z0-9])[a-z]{3,5}\\d(?:-[a-z]{3}\\d|-wl\\d-[a-z]{3}-wlz\\d)?-az\\d{1,2}(?![a-z0-9]))",
  ].join("|"),
  "g",
);

const CACHE = new Map<string, readonly PlaceEvidence[]>();
const NONE: readonly PlaceEvidence[] = [];

export function scan(text: string): readonly PlaceEvidence[] {
  if (text.length < 5 || !MAYBE.test(text)) {
    return NONE;
  }
  const cached = CACHE.get(text);
  if (cached !== undefined) {
    return cached;
  }
  const found = scanText(text);
  if (text.length <= 512) {
    if (CACHE.size >= 20_000) {
      CACHE.clear();
    }
    CACHE.set(text, found);
  }
  return found;
}

function scanText(text: string): readonly PlaceEvidence[] {
  const out: PlaceEvidence[] = [];
  tokens(text.toLowerCase(), text, undefined, out);
  if (/[^\u0000-\u007f]/.test(text)) {
    tokens(plain(text).toLowerCase(), undefined, "unicode", out);
  }
  if (/%[0-9a-f]{2}/i.test(text)) {
    tokens(percent(text).toLowerCase(), undefined, "percent-encoding", out);
  }
  if (/\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|&#x?[0-9a-f]+;/i.test(text)) {
    tokens(unescape(text).toLowerCase(), undefined, "escape", out);
  }
  for (const run of text.matchAll(/[A-Za-z0-9+/_-]{16,8192}={0,2}/g)) {
    if (/[A-Z]/.test(run[0]) && /[a-z]/.test(run[0])) {
      const decoded = Buffer.from(run[0], "base64").toString("latin1");
      if (/^[\t\n\r\x20-\x7e]{8,}$/.test(decoded)) {
        tokens(decoded.toLowerCase(), undefined, "base64", out);
      }
    }
  }
  return out.length === 0 ? NONE : out;
}

function tokens(lower: string, original: string | undefined, disguised: PlaceEvidence["disguised"], out: PlaceEvidence[]): void {
  for (const match of lower.matchAll(TOKENS)) {
    const written = match[0];
    const index = match.index;
    const shown = original === undefined || original.length !== lower.length ? written : original.slice(index, index + written.length);
    const groups = match.groups ?? {};
    const add = (kind: PlaceEvidence["kind"], proof: PlaceProof, piece = shown) => {
      if (proof.proves !== "nothing" && !(disguised !== undefined && out.some((e) => e.text.toLowerCase() === piece.toLowerCase()))) {
        out.push({ kind, text: piece, index, proof, ...(disguised === undefined ? {} : { disguised }) });
      }
    };
    if (groups.ocid !== undefined) {
      add("ocid", parseOcid(written).proof);
    } else if (groups.arn !== undefined) {
      add("arn", parseArn(written).proof);
    } else if (groups.endpoint !== undefined) {
      add("endpoint-service", parseEndpointService(written).proof);
    } else if (groups.host !== undefined) {
      const registry = parseRegistry(written);
      if (registry.value !== undefined) {
        add("registry", registry.proof);
      } else if (parseHost(hostOf(written)).value !== undefined) {
        add("host", parseHost(written).proof);
      } else {
        for (const inner of written.matchAll(PLACE_IN_NAME)) {
          place(inner[0], false, (kind, proof) => add(kind, proof, inner[0]));
        }
      }
    } else if (groups.ad !== undefined) {
      add("availability-domain", parseAvailabilityDomain(written).proof);
    } else if (groups.cidr !== undefined) {
      add("service-cidr-label", parseServiceCidrLabel(written).proof);
    } else if (groups.cond !== undefined) {
      const id = groups.condregion ?? "";
      const region = findByIdOrKey(id);
      add("region-key", region === undefined ? provesUnknown(id, "no region is known by it") : provesRegion(region), id);
    } else if (groups.zone !== undefined) {
      const parsed = parseAvailabilityZone(written);
      if (parsed.value?.region !== undefined) {
        add("availability-zone", parsed.proof);
      }
    } else {
      const whole = lower.trim() === written;
      place(written, whole, (kind, proof) => add(lower.slice(0, index).endsWith("objectstorage-") ? "service-principal" : kind, proof));
    }
  }
}

const PLACE_IN_NAME = new RegExp(`(?<![a-z0-9])${GEO}(?:-[a-z]{2,20}){1,4}-\\d{1,2}(?![a-z0-9])`, "g");

function place(written: string, whole: boolean, add: (kind: PlaceEvidence["kind"], proof: PlaceProof) => void): void {
  let rest = written;
  for (;;) {
    const region = Region.find(rest);
    if (region !== undefined) {
      add("region-id", provesRegion(region));
      return;
    }
    const zone = parseAvailabilityZone(rest);
    if (zone.value?.region !== undefined) {
      add("availability-zone", zone.proof);
      return;
    }
    const dash = rest.indexOf("-");
    const next = dash < 0 ? "" : rest.slice(dash + 1);
    if (!new RegExp(`^${GEO}-`).test(next)) {
      break;
    }
    rest = next;
  }
  if (whole) {
    add("region-id", provesUnknown(written, `no region ${written} is known`));
  }
}

const CONFUSABLE: Readonly<Record<string, string>> = { а: "a", е: "e", о: "o", р: "p", с: "c", у: "y", х: "x", і: "i", ѕ: "s", ԁ: "d", ո: "n", υ: "u", ο: "o", α: "a", ρ: "p", ν: "v", ι: "i", κ: "k", τ: "t", ʀ: "r", г: "r", к: "k", т: "t", м: "m", н: "h", ɡ: "g" };

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\ufe00-\ufe0f\p{Mn}]/gu, "")
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d\u30fc\u2043]/g, "-")
    .replace(/[\u3002\uff0e\uff61\u2024\u00b7]/g, ".")
    .replace(/[\u0370-\u058f\u0250-\u02af]/g, (char) => CONFUSABLE[char.toLowerCase()] ?? char);
}

function percent(text: string): string {
  let result = text;
  for (let round = 0; round < 3 && /%[0-9a-f]{2}/i.test(result); round += 1) {
    result = result.replace(/%([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
  return result;
}

function unescape(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})|\\x([0-9a-f]{2})/gi, (_all, a?: string, b?: string) => String.fromCharCode(Number.parseInt(a ?? b ?? "20", 16)))
    .replace(/&#(x?)([0-9a-f]+);/gi, (_all, x: string, digits: string) => {
      const code = Number.parseInt(digits, x === "" ? 10 : 16);
      return code < 0x110000 ? String.fromCodePoint(code) : "";
    });
}
