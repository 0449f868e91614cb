import { parseEndpointService, parseHost, parseRegistry } from "../parsers";
import { registryCloud } from "../parsers/registry";
import { Realm } from "../realm";
import type { Finds } from "./find";

/** Last labels of all hosts that can name a place. */
const LAST_LABELS: ReadonlySet<string> = new Set([
  "io",
  ...Realm.all().flatMap((realm) => realm.domains.map((domain) => domain.split(".").pop() ?? "")),
]);
const MAX_HOST = 512;

/**
 * Finds a host of one of the clouds, or a VPC endpoint service, in a run of characters that host
 * names are made of.
 *
 * @param run a longest run of `[a-z0-9._*-]`
 */
export function findDotted(finds: Finds, run: string, start: number): void {
  let from = 0;
  let to = run.length;
  while (to > 0 && isMargin(run.charCodeAt(to - 1))) {
    to--;
  }
  while (from < to && isMargin(run.charCodeAt(from))) {
    from++;
  }
  const service = endpointService(run.slice(from, to));
  if (service !== undefined) {
    finds.add("endpoint-service", start + from, start + to, service);
    return;
  }
  if (!LAST_LABELS.has(run.slice(run.lastIndexOf(".", to - 1) + 1, to))) {
    return;
  }
  if (to - from > MAX_HOST) {
    from = run.indexOf(".", to - MAX_HOST) + 1;
  }
  const host = run.slice(from, to);
  if (registryCloud(host) !== undefined) {
    finds.add("registry", start + from, start + to, parseRegistry(host).proof);
    return;
  }
  const { proof } = parseHost(host);
  finds.add(proof.proves === "realm" ? "realm-domain" : "host", start + from, start + to, proof);
}

/** `.`, `-`, `_` or `*`. */
function isMargin(code: number): boolean {
  return code === 46 || code === 45 || code === 95 || code === 42;
}

function endpointService(text: string) {
  const isCandidate =
    text.length <= 256 && (text.includes("amazonaws.") || text.startsWith("aws."));
  const parsed = isCandidate ? parseEndpointService(text) : undefined;
  return parsed?.value === undefined ? undefined : parsed.proof;
}
