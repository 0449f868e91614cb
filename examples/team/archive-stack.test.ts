import "onshore/testing";
import { OnsNotificationTopic } from "@cdktf/provider-oci/lib/ons-notification-topic";
import { App } from "cdktf";
import { Jurisdiction, StateBackend } from "onshore";
import { ArchiveStack } from "./archive-stack";

function archive() {
  return new ArchiveStack(new App(), "archive", {
    jurisdiction: Jurisdiction.US,
    region: "us-chicago-1",
    homeRegion: "us-ashburn-1",
    tenancyOcid: "ocid1.tenancy.oc1..aaaaaaaaexampletenancy",
    compartmentId: "ocid1.compartment.oc1..aaaaaaaaexamplearchive",
    state: StateBackend.local(),
  });
}

test("the archive stays in the United States", () => {
  expect(archive()).toStayWithin(Jurisdiction.US);
});

test("a topic that somebody moves to Frankfurt is found", () => {
  const stack = archive();
  stack.topic.addOverride("provider", "oci.eu-frankfurt-1");
  stack.addOverride("provider.oci.1", { alias: "eu-frankfurt-1", region: "eu-frankfurt-1" });
  expect(stack).not.toStayWithin(Jurisdiction.US);
});

test("a resource without a provider of a region is found", () => {
  const stack = archive();
  new OnsNotificationTopic(stack, "stray", {
    compartmentId: "ocid1.compartment.oc1..aaaaaaaaexamplearchive",
    name: "stray",
  });
  expect(stack).not.toStayWithin(Jurisdiction.US);
});
