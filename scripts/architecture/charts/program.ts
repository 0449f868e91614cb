import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { Chart } from "../chart";

const ROOT = join(__dirname, "..", "..", "..");

/** Folders and files of the program, from what imports nothing to what imports most. */
const ROOMS = ["jurisdiction", "guard", "constructs", "stacks", "main.ts", "cli", "testing"];

/** Which room imports which, read from the sources. */
export function roomsChart(): string {
  const chart = new Chart("LR");
  for (const room of ROOMS) {
    chart.node(room, [room]);
  }
  for (const room of ROOMS) {
    const imported = new Set(filesOf(room).flatMap(roomsImportedBy));
    for (const other of ROOMS.filter((name) => name !== room && imported.has(name))) {
      chart.edge(other, room);
    }
  }
  return chart.toString();
}

/** The folders of the guard, in the order of their work, and what each does. */
const STEPS: Readonly<Record<string, string>> = {
  read: "JSON as Terraform reads it",
  model: "blocks, references, places in texts",
  place: "the region of each block",
  flow: "where each argument leads",
  network: "ways into and out of each subnet",
  statements: "policies and quotas",
  sovereignty: "keys and exposure",
  rules: "one invariant each",
  waive: "exceptions with an owner and an end",
  report: "one result, many formats",
};

/** What helps the rules beside the place of each block. */
const HELPERS = ["flow", "network", "statements", "sovereignty"];

/** The way from JSON to a report; drawn by hand, for no import tells the order of the work. */
export function guardChart(): string {
  const chart = new Chart("LR");
  for (const [step, does] of Object.entries(STEPS)) {
    chart.node(step, [step, does]);
  }
  chart.edge("read", "model");
  for (const step of ["place", ...HELPERS]) {
    chart.edge("model", step);
    chart.edge(step, "rules");
  }
  chart.edge("rules", "waive");
  chart.edge("waive", "report");
  return chart.toString();
}

function filesOf(room: string): readonly string[] {
  if (room.endsWith(".ts")) {
    return [join(ROOT, room)];
  }
  return readdirSync(join(ROOT, room), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

function roomsImportedBy(file: string): readonly string[] {
  const specifiers = readFileSync(file, "utf8").matchAll(/\bfrom\s+"(\.[^"\s]*)"/g);
  return [...specifiers].map(
    ([, specifier = ""]) => relative(ROOT, join(dirname(file), specifier)).split(sep)[0] ?? "",
  );
}
