import type { Family } from "../evasion";
import { COMPARTMENT, twins, unproven, withOci } from "./builders";

const FLOW = "flow-inside";
const HOOK = "/resource/oci_ons_subscription/r/endpoint";

const hook = (endpoint: string) =>
  withOci({
    oci_ons_subscription: {
      r: {
        compartment_id: COMPARTMENT,
        topic_id: "ocid1.onstopic.oc1.iad.aaaa",
        protocol: "CUSTOM_HTTPS",
        endpoint,
      },
    },
  });

export const WEBHOOKS: Family = {
  title: "Webhooks",
  evasions: [
    twins({
      id: "hook-of-unknown-host",
      tries: "Sends notices to a host that can stand anywhere.",
      make: hook,
      abroad: "https://hooks.example.com/in",
      home: "https://hooks.corp.internal/in",
      expected: unproven(FLOW, HOOK),
      because: "the host is one of the own network",
    }),
    twins({
      id: "hook-with-region-in-user",
      tries: "Writes an allowed host before the @, where it is only a user name.",
      make: hook,
      abroad: "https://streaming.us-ashburn-1.oraclecloud.com@hooks.example.com/in",
      home: "https://user@functions.us-ashburn-1.oraclecloud.com/in",
      expected: unproven(FLOW, HOOK),
      because: "the host behind the @ names Ashburn",
    }),
    twins({
      id: "hook-with-region-in-query",
      tries: "Mentions an allowed region in the query of a URL that leads elsewhere.",
      make: hook,
      abroad: "https://hooks.example.com/in?region=us-ashburn-1",
      home: "https://a1b2.apigateway.us-ashburn-1.oci.customer-oci.com/in?to=ops",
      expected: unproven(FLOW, HOOK),
      because: "the host itself names Ashburn",
    }),
    twins({
      id: "hook-with-region-in-subdomain",
      tries: "Calls a host of somebody else after an allowed region.",
      make: hook,
      abroad: "https://us-ashburn-1.example.com/in",
      home: "https://a1b2.apigateway.us-ashburn-1.oci.customer-oci.com/other",
      expected: unproven(FLOW, HOOK),
      because: "Oracle serves the domain",
    }),
    twins({
      id: "hook-with-backslashes",
      tries: "Writes backslashes after the scheme, which programs take for slashes.",
      make: hook,
      abroad: "https:\\\\hooks.example.com/in",
      home: "https:\\\\hooks.corp.internal/in",
      expected: unproven(FLOW, HOOK),
      because: "the host is one of the own network",
    }),
    twins({
      id: "hook-with-three-slashes",
      tries: "Writes one slash more than a URL has, which programs leave out.",
      make: hook,
      abroad: "https:///hooks.example.com/in",
      home: "https:///hooks.corp.internal/in",
      expected: unproven(FLOW, HOOK),
      because: "the host is one of the own network",
    }),
    twins({
      id: "hook-of-public-address",
      tries: "Sends notices to an address of the internet.",
      make: hook,
      abroad: "https://203.0.113.7/in",
      home: "https://10.20.30.40/in",
      expected: unproven(FLOW, HOOK),
      because: "the address is private",
    }),
    twins({
      id: "hook-with-two-users",
      tries: "Writes an allowed host between two @; the host is what follows the last.",
      make: hook,
      abroad: "https://a@functions.us-ashburn-1.oraclecloud.com@hooks.example.com/in",
      home: "https://a@functions.us-ashburn-1.oraclecloud.com/in",
      expected: unproven(FLOW, HOOK),
      because: "one user name, and a host in Ashburn",
    }),
    twins({
      id: "hook-with-backslash",
      tries: "Ends the host with a backslash, which some programs read as a slash.",
      make: hook,
      abroad: "https://hooks.example.com\\@functions.us-ashburn-1.oraclecloud.com/in",
      home: "https://functions.us-ashburn-1.oraclecloud.com/in\\out",
      expected: unproven(FLOW, HOOK),
      because: "the backslash stands in the path",
    }),
    twins({
      id: "hook-of-number",
      tries: "Writes a public address as one number.",
      make: hook,
      abroad: "https://3405803783/in",
      home: "https://collector/in",
      expected: unproven(FLOW, HOOK),
      because: "a bare name is one of the own network",
    }),
    twins({
      id: "hook-without-scheme",
      tries: "Leaves the scheme out.",
      make: hook,
      abroad: "//hooks.example.com/in",
      home: "//functions.us-ashburn-1.oraclecloud.com/in",
      expected: unproven(FLOW, HOOK),
      because: "the host names Ashburn",
    }),
    twins({
      id: "hook-like-mail",
      tries: "Puts an @ into the path, so that the host looks like a mail address.",
      make: hook,
      abroad: "hooks.example.com/@ops",
      home: "ops@example.com",
      expected: unproven(FLOW, HOOK),
      because: "it is a mail address",
    }),
    twins({
      id: "hook-with-private-ending",
      tries: "Puts a blank or a port before the ending of a private name.",
      make: hook,
      abroad: "https://hooks.example.com:443\\.internal/in",
      home: "https://hooks.corp.internal:443/in",
      expected: unproven(FLOW, HOOK),
      because: "the whole host is private",
    }),
  ],
};
