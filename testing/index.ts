import { toStayWithin } from "./to-stay-within";

export { toStayWithin };

// Importing this module is all that a test file needs; outside of jest it only exports.
if (typeof expect !== "undefined" && "extend" in expect) {
  expect.extend({ toStayWithin });
}
