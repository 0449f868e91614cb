import { at, one, saidBy } from "../../support/of-rule";
import { inFull } from "./in-full";

const RULE = "no-preauthenticated-request";
const TYPE = "oci_objectstorage_preauthrequest";

describe("no-preauthenticated-request", () => {
  test.each(["ObjectRead", "AnyObjectReadWrite", "${var.access}"])(
    "fails every request, such as one for %s",
    (access_type) => {
      const body = { bucket: "b", access_type, time_expires: "2026-02-01T00:00:00Z" };
      expect(saidBy(RULE, one(TYPE, body))).toEqual([`outside ${at(TYPE, "access_type")}`]);
    },
  );

  test.each<[unknown, string, string]>([
    ["ObjectRead", at(TYPE, "access_type"), "ObjectRead"],
    [1, at(TYPE), ""],
  ])("says what a request of the form %j does", (access_type, path, value) => {
    expect(inFull(RULE, one(TYPE, { access_type }))).toEqual([
      [
        "outside",
        path,
        value,
        `${TYPE}.r makes a URL with which anybody, anywhere, has access to the bucket without signing in.`,
        "Grant access by a policy; where a URL has to be, waive it with whom it is given to and when it expires.",
      ],
    ]);
  });

  test("passes a data source that lists requests, and a private endpoint", () => {
    const json = {
      ...one("oci_objectstorage_private_endpoint", { name: "e" }),
      data: { oci_objectstorage_preauthrequests: { r: { bucket: "b", namespace: "ns" } } },
    };
    expect(saidBy(RULE, json)).toEqual([]);
  });
});
