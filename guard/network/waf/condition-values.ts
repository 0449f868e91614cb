/** What a condition is for requests of one country: `depends` where the rest of the request decides. */
export type Truth = true | false | "depends";

/** The property of a request that holds the country that it comes from. */
export const COUNTRY = "connection.source.geo.countryCode";

/** A condition for one country; undefined stands for every country that it does not name. */
export type Test = (country: string | undefined) => Truth;

/** One side of a comparison, or an argument of a function. */
export type Value =
  | { readonly kind: "country" }
  | { readonly kind: "texts"; readonly texts: readonly string[]; readonly isList: boolean }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** A property of the request, or of its sender, that is not the country. */
  | { readonly kind: "other" };

/** A property of the request. An object that holds the country is not understood. */
export function pathValue(path: string): Value | undefined {
  if (path === "true" || path === "false" || path === "null") {
    return undefined;
  }
  return COUNTRY.startsWith(`${path}.`) || path.startsWith(COUNTRY) ? undefined : { kind: "other" };
}

export function jsonValue(text: string): Value | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof json === "boolean") {
    return { kind: "boolean", value: json };
  }
  if (typeof json === "string") {
    return { kind: "texts", texts: [json], isList: false };
  }
  return Array.isArray(json) && json.every((item) => typeof item === "string")
    ? { kind: "texts", texts: json as string[], isList: true }
    : undefined;
}

/** A value on its own is true unless it is empty. */
export function truthOf(value: Value): Test | undefined {
  switch (value.kind) {
    case "boolean":
      return () => value.value;
    case "other":
      return () => "depends";
    default:
      return undefined;
  }
}
