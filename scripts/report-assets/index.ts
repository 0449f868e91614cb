import { writeFileSync } from "node:fs";
import { ASSETS_FILE, assets } from "./assets";

/** Writes the style and the script of the HTML report where the guard, which reads no file, has them. */
writeFileSync(ASSETS_FILE, assets());
