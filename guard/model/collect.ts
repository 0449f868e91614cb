import { scan } from "../../jurisdiction";
import { isObject, type Json, type JsonObject } from "../json/json";
import { appendToken } from "../json/pointer";
import type { EvidenceLeaf, TemplateLeaf } from "./block";
import { hasTemplate } from "./template";

export interface Leaves {
  readonly places: readonly EvidenceLeaf[];
  readonly templates: readonly TemplateLeaf[];
}

/** Most blocks hold neither; one shared value keeps a large model small. */
const NO_LEAVES: Leaves = { places: [], templates: [] };

/** Walks `body` once and collects every string, and every property name, that the guard must look at. */
export function collectLeaves(body: JsonObject, pointer: string): Leaves {
  const places: EvidenceLeaf[] = [];
  const templates: TemplateLeaf[] = [];
  const inspect = (value: string, at: () => string, argument: string): void => {
    const found = scan(value);
    if (found.length > 0) {
      const where = at();
      for (const evidence of found) {
        places.push({ pointer: where, argument, value, evidence });
      }
    }
    if (hasTemplate(value)) {
      templates.push({ pointer: at(), argument, value });
    }
  };
  const path: (string | number)[] = [];
  const here = () => path.reduce<string>((text, token) => appendToken(text, token), pointer);
  const visit = (value: Json, argument: string): void => {
    if (typeof value === "string") {
      inspect(value, here, argument);
    } else if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index += 1) {
        path.push(index);
        visit(value[index] as Json, argument);
        path.pop();
      }
    } else if (isObject(value)) {
      visitObject(value, argument);
    }
  };
  const visitObject = (object: JsonObject, argument: string): void => {
    for (const key of Object.keys(object)) {
      // "//" is a comment in Terraform JSON; cdktf keeps its metadata there.
      if (key === "//") {
        continue;
      }
      path.push(key);
      // A property name can be data: the keys of a map, or of for_each.
      inspect(key, here, argument);
      visit(object[key] as Json, isArgumentName(key, argument) ? key : argument);
      path.pop();
    }
  };
  visitObject(body, "");
  return places.length + templates.length === 0 ? NO_LEAVES : { places, templates };
}

/** Maps whose keys their author invents: below them, the map's own name is what matters. */
const TAG_MAPS = new Set(["defined_tags", "freeform_tags", "tags", "tags_all", "default_tags"]);

/** Argument and block names of Terraform are snake_case; other property names are keys of a map. */
function isArgumentName(key: string, above: string): boolean {
  return !TAG_MAPS.has(above) && /^[a-z][a-z0-9_]*$/.test(key);
}
