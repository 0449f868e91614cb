import { statusesOf } from "./oci-findings";

const onObjects = (where: string) => `Allow group G to manage objects in tenancy where ${where}`;

describe("extentOf", () => {
  test.each([
    ["no permission that creates", onObjects("request.permission = 'OBJECT_READ'")],
    [
      "no permission that creates, of one bucket",
      onObjects("all {request.permission = 'OBJECT_READ', target.bucket.name = '${var.b}'}"),
    ],
    [
      "one of two permissions",
      onObjects(
        "all {any {request.permission = 'OBJECT_INSPECT', request.permission = 'OBJECT_CREATE'}, request.permission != 'OBJECT_CREATE'}",
      ),
    ],
    [
      "one of the permissions in braces",
      "Allow group G to {OBJECT_INSPECT, OBJECT_CREATE} in tenancy where request.permission != 'object_create'",
    ],
    [
      "permissions on resource-types without data",
      "Allow group G to {VCN_CREATE, OBJECT_READ} in tenancy",
    ],
    [
      "less than the permissions that it names",
      "Allow group G to read objects in tenancy where request.permission = 'OBJECT_CREATE'",
    ],
  ])("takes a grant of %s for none that puts data anywhere", (_what, statement) => {
    expect(statusesOf(statement)).toEqual([]);
  });

  test.each([
    ["a permission that creates", onObjects("request.permission = 'OBJECT_CREATE'")],
    ["any permission", onObjects("target.bucket.name = 'b'")],
    ["all permissions but one", onObjects("request.permission != 'OBJECT_DELETE'")],
    [
      "some permissions, or any on one bucket",
      onObjects("any {request.permission = 'OBJECT_READ', target.bucket.name = 'b'}"),
    ],
    [
      "permissions by a pattern",
      onObjects("any {request.permission = 'OBJECT_READ', request.permission = /OBJECT_C*/}"),
    ],
    [
      "a permission that is not in the file",
      onObjects("any {request.permission = 'OBJECT_READ', request.permission = '${var.p}'}"),
    ],
    ["a resource-type that is not in the file", "Allow group G to use ${var.type} in tenancy"],
    [
      "a resource-type with data beside one without",
      "Allow group G to use vcns, objects in tenancy",
    ],
    ["a verb that is not in the file", "Allow group G to ${var.verb} objects in tenancy"],
    [
      "one permission that creates, of several",
      "Allow group G to {OBJECT_READ, OBJECT_CREATE} in tenancy",
    ],
  ])("takes a grant of %s for one that puts data anywhere", (_what, statement) => {
    expect(statusesOf(statement)).toEqual(["unproven 0"]);
  });
});

describe("namesPrincipals", () => {
  const anyone = (where: string) => `Allow any-user to read objects in tenancy where ${where}`;

  test.each([
    "request.principal.type = 'instance'",
    "request.principal.id = '${oci_core_instance.i.id}'",
    "request.user.name = /backup-*/",
    "request.groups.id = 'ocid1.group.oc1..a'",
    "request.resource.type = 'cluster'",
    "request.service.name = 'backup'",
    "all {request.user.name in ('a', 'b'), request.region = 'iad'}",
  ])("takes a grant to anybody where %s for one to some", (where) => {
    expect(statusesOf(anyone(where))).toEqual([]);
  });

  test.each([
    "request.user.name = /*/",
    "request.user.name != 'guest'",
    "request.user.name not in ('guest')",
    "request.user.mfaTotpVerified = 'true'",
    "target.request.user.name = 'a'",
    "request.operation = 'GetObject'",
    "any {request.user.name = 'a', request.region = 'iad'}",
  ])("takes a grant to anybody where %s for one to everybody", (where) => {
    expect(statusesOf(anyone(where))).toEqual(["outside 0"]);
  });
});
