import { id, lines } from "./vpc";

const DATA = {
  data: {
    aws_caller_identity: { me: {} },
    aws_vpc: { shared: { id: "vpc-9a8b7c6d" } },
  },
};

/** What is said of a peering whose other network is of the account `owner`. */
const peering = (owner: unknown) =>
  lines(
    "peering-inside",
    {
      aws_vpc: { w: { cidr_block: "10.1.0.0/16" } },
      aws_vpc_peering_connection: {
        p: { vpc_id: id("aws_vpc", "w"), peer_vpc_id: "vpc-9a8b7c6d", peer_owner_id: owner },
        q: { vpc_id: id("aws_vpc", "w"), peer_vpc_id: "vpc-5e6f7a8b" },
      },
    },
    DATA,
  );

describe("the account of a peering's other network", () => {
  test.each([
    "${data.aws_caller_identity.me.account_id}",
    "${data.aws_caller_identity.me.id}",
    "${aws_vpc.w.owner_id}",
    null,
  ])("is the configuration's own where it is %s", (owner) => {
    expect(peering(owner)).toEqual([]);
  });

  test.each([
    "123456789012",
    "${var.owner}",
    "${data.aws_vpc.shared.owner_id}",
    "${aws_vpc_peering_connection.q.peer_owner_id}",
    "${aws_vpc.w.owner_id_of_peer}",
    "${aws_vpc.w.id}",
    ["${aws_vpc.w.owner_id}", "123456789012"],
  ])("may be another one where it is %j", (owner) => {
    expect(peering(owner)).toEqual([
      "unproven aws_vpc_peering_connection.p: aws_vpc_peering_connection.p peers with a network of another account: nothing proves what that leads to.",
    ]);
  });
});
