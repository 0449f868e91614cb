import { readArchitecture } from "./architecture";
import { architecturePage } from "./page";

/** A home region that the example estate has nothing else in. */
const OTHER_HOME = "us-chicago-1";

/** The page docs/architecture.md of the example estate as it is now. */
export function readPage(): string {
  const moved = readArchitecture((estate) => {
    estate.homeRegion = OTHER_HOME;
    estate.tenancy?.allowedRegions?.push(OTHER_HOME);
  });
  return architecturePage(readArchitecture(), moved);
}
