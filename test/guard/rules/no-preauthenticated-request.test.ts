import { at, one, saidBy } from "../../support/of-rule";

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

  test("fails a request of no known form", () => {
    expect(saidBy(RULE, one(TYPE, { access_type: 1 }))).toEqual([`outside ${at(TYPE)}`]);
  });

  test("passes a data source that lists requests, and a private endpoint", () => {
    const json = {
      ...one("oci_objectstorage_private_endpoint", { name: "e" }),
      data: { oci_objectstorage_preauthrequests: { r: { bucket: "b", namespace: "ns" } } },
    };
    expect(saidBy(RULE, json)).toEqual([]);
  });
});
