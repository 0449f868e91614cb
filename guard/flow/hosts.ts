/** What follows the start of a URL; it ends at a backslash too. */
const AUTHORITY = /^(?:(?:https?|wss?|ftps?):[/\\]*|(?:[a-z][a-z0-9+.-]*:)?[/\\]{2})([^/?#\\]*)/i;
const MAIL_ADDRESS = /^[^\s@/:?#]+@[^\s@/:?#]+$/;
const PHONE_NUMBER = /^\+?[\d\s()-]*$/;

/** What JDBC writes before an address: `jdbc:redshift:iam:`, `jdbc:oracle:thin:@`. */
const DRIVER = /^jdbc:(?:[a-z0-9]+:)+(?:@(?=[\w/(])|(?=\/\/))/i;

/** Hosts of a connect descriptor of Oracle Net: `(ADDRESS=(PROTOCOL=TCPS)(HOST=…)(PORT=1522))`. */
const DESCRIPTOR_HOST = /\(\s*HOST\s*=([^()]*)/gi;

/**
 * Hosts that `text` names: one address, several with commas between, or a connect descriptor. None
 * for a mail address, a phone number or a path.
 */
export function hostsOf(text: string): readonly string[] {
  return hostsOfAddresses(withoutDriver(text));
}

/** What follows the name of a driver, without its settings; `jdbc:sqlserver://host;server=x`. */
function withoutDriver(text: string): string {
  const driver = DRIVER.exec(text)?.[0];
  return driver === undefined ? text : text.slice(driver.length).replace(/;.*$/s, "");
}

function hostsOfAddresses(text: string): readonly string[] {
  if (/^\s*\(/.test(text)) {
    const named = [...text.matchAll(DESCRIPTOR_HOST)].map(([, host = ""]) => host.trim());
    return named.length === 0 ? [text] : named;
  }
  return text.split(",").flatMap((part) => hostsOfAddress(part.trim()));
}

function hostsOfAddress(text: string): readonly string[] {
  const authority = AUTHORITY.exec(text)?.[1];
  if (authority === undefined && (MAIL_ADDRESS.test(text) || PHONE_NUMBER.test(text))) {
    return [];
  }
  const before = authority ?? text.split(/[/?#\\]/, 1)[0] ?? "";
  // Oracle's short form writes the password before the host: user/password@host.
  const [, behind = ""] =
    authority === undefined ? (/^[^@/?#\\]*\/.*@[/\\]*([^/?#\\]*)/s.exec(text) ?? []) : [];
  return [before, behind].map(withoutUserAndPort).filter((host) => host !== "");
}

function withoutUserAndPort(authority: string): string {
  // The host follows the last "@": everything before it is a user's name.
  const host = authority.replace(/^.*@/s, "");
  const bracketed = /^\[([^\]]*)\]/.exec(host)?.[1];
  // More than one colon is an IPv6 address, not a port.
  return bracketed ?? (/^[^:]*:\d*$/.test(host) ? host.replace(/:\d*$/, "") : host);
}
