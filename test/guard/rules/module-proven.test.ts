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

  test("says why, and how to prove it", () => {
    const [finding] = checkJson({ module: { m: { source: "./m" } } }).findings;
    expect(finding?.message).toContain('the folder "./m" was not read');
    expect(finding?.fix).toContain("terraform show -json PLAN");
  });

  test("points at the call where it names no source", () => {
    expect(briefly(checkJson({ module: { m: {} } }))).toEqual([
      { rule: "module-proven", status: "unproven", path: "/module/m" },
    ]);
  });
});
