import { briefly, bucketIn, checkJson } from "../../support/check-json";

describe("module-proven", () => {
  test("leaves a module call unproven, since its resources are not in the file", () => {
    const result = checkJson({ module: { archive: { source: "example/archive/oci" } } });
    expect(briefly(result)).toEqual([
      { rule: "module-proven", status: "unproven", path: "/module/archive/source" },
    ]);
  });

  test("passes a resource that is called module", () => {
    expect(checkJson({ ...bucketIn("us-ashburn-1"), module: {} }).findings).toEqual([]);
  });
});
