import { asString, own } from "../json/json";
import type { Block } from "../model/block";
import type { Rule, Verdict } from "./rule";

export const noPreauthenticatedRequest: Rule = {
  id: "no-preauthenticated-request",
  title: "No URL lets whoever has it read or write a bucket.",
  kinds: ["resource"],
  concerns: (type) => type === "oci_objectstorage_preauthrequest",
  *check(block: Block): Iterable<Verdict> {
    const access = asString(own(block.body, "access_type"));
    yield {
      status: "outside",
      path: access === undefined ? block.pointer : `${block.pointer}/access_type`,
      value: access ?? "",
      message: `${block.address} makes a URL with which anybody, anywhere, has access to the bucket without signing in.`,
      fix: "Grant access by a policy; where a URL has to be, waive it with whom it is given to and when it expires.",
    };
  },
};
