/** Does the text hold a Terraform expression or directive, so that its value is not known here? */
export function isTemplate(text: string): boolean {
  return text.includes("${") || text.includes("%{");
}

/**
 * Splits at every `separator` that is not inside `${…}` or `%{…}`, so that
 * `ocid1.vcn.oc1.${var.region}.x` has five parts.
 */
export function splitOutsideTemplates(text: string, separator: string): readonly string[] {
  if (!isTemplate(text)) {
    return text.split(separator);
  }
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if ((char === "$" || char === "%") && text[i + 1] === "{") {
      depth++;
      i++;
    } else if (depth > 0) {
      depth += char === "{" ? 1 : char === "}" ? -1 : 0;
    } else if (char === separator) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}
