import type { JsonObject } from "../../../guard/json/json";
import type { Stack } from "../../../guard/model/block";
import { buildModel } from "../../../guard/model/build-model";

type Files = Readonly<Record<string, object>>;

/**
 * The stacks that `files` make, by the file's path: `net/main.tf.json` is a file of the stack `net`.
 * What stands in `modules/` is no stack of its own: `source = "../modules/app"` calls it.
 */
export function stacksOf(files: Files): readonly Stack[] {
  const documents = Object.entries(files).map(([file, json]) => {
    const folder = file.slice(0, file.lastIndexOf("/"));
    return { stack: folder, file, folder, json: json as JsonObject };
  });
  const isModule = ({ folder }: { readonly folder: string }) => folder.startsWith("modules/");
  const called = documents.filter(isModule);
  return buildModel({
    documents: documents.filter((document) => !isModule(document)),
    unread: [],
    modules: new Map(
      called.map(({ folder }) => [
        folder,
        { documents: called.filter((document) => document.folder === folder) },
      ]),
    ),
  });
}
