import type { Evasion, Family } from "../evasion";
import { COMPARTMENT, HOME, outside, twins, unproven, withOci } from "./builders";

const calling = (body: object) => ({
  provider: { oci: [{ region: HOME.oci }] },
  module: { archive: body },
});

/** A module whose resources are not in the file; its twin writes them out. */
function called(id: string, tries: string, body: object): Evasion {
  return {
    id,
    tries,
    config: calling(body),
    expected: [unproven("module-proven")],
    lookAlikes: [
      {
        because: "what the module would make is written out",
        config: withOci({
          oci_core_vcn: { [id.replaceAll("-", "_")]: { compartment_id: COMPARTMENT } },
        }),
      },
    ],
  };
}

export const MODULES: Family = {
  title: "Modules",
  evasions: [
    called("module-of-registry", "Calls a module of a registry.", {
      source: "example/archive/oci",
      version: "1.2.3",
    }),
    called("module-of-git", "Calls a module of a repository.", {
      source: "git::https://git.example.com/archive.git?ref=v1",
    }),
    called("module-of-archive", "Calls a module of an archive in an allowed region's bucket.", {
      source: "https://objectstorage.us-ashburn-1.oraclecloud.com/n/ns/b/b/o/module.zip",
    }),
    called("module-of-folder-not-read", "Calls a module of a folder that is not there.", {
      source: "./archive",
    }),
    called("module-of-absolute-folder", "Calls a module of a folder outside of the project.", {
      source: "/opt/modules/archive",
    }),
    called("module-without-source", "Calls a module whose source an expression makes.", {
      source: "${var.source}",
    }),
    twins({
      id: "module-argument-abroad",
      tries: "Hands a region abroad to a module.",
      make: (region: string) => ({
        ...calling({ source: "./replica", region }),
        ...(region === HOME.oci ? { module: {} } : {}),
      }),
      abroad: "uk-london-1",
      home: HOME.oci,
      expected: outside("argument-inside", "/module/archive/region"),
      because: "no module is called",
    }),
  ],
};
