import type { Family } from "../evasion";
import {
  COMPARTMENT,
  OCI_KEY,
  OCI_KEY_ID,
  ociBucket,
  ociResource,
  outside,
  twins,
  unproven,
  withOci,
} from "./builders";

const FLOW = "flow-inside";

const ASHBURN_DATABASE = "adb.us-ashburn-1.oraclecloud.com";

const descriptor = (host: string) =>
  `(DESCRIPTION=(ADDRESS=(PROTOCOL=TCPS)(HOST=${ASHBURN_DATABASE})(PORT=1522))(ADDRESS=(PROTOCOL=TCPS)(HOST=${host})(PORT=1522)))`;

const functions = { variable: { call: {} } };
const FUNCTION = "ocid1.fnfunc.oc1.iad.aaaa";

export const FORWARDING_OCI: Family = {
  title: "Addresses and functions that Oracle Cloud passes data on to",
  evasions: [
    twins({
      id: "balancer-backend-elsewhere",
      tries: "Passes every request of a load balancer on to a public address.",
      make: (ip_address: string) =>
        withOci({
          oci_load_balancer_backend: {
            r: {
              backendset_name: "s",
              ip_address,
              load_balancer_id: "ocid1.loadbalancer.oc1.iad.aaaa",
              port: 8080,
            },
          },
        }),
      abroad: "203.0.113.9",
      home: "10.0.1.9",
      expected: unproven(FLOW, "/resource/oci_load_balancer_backend/r/ip_address"),
      because: "the address is of the own network",
    }),
    twins({
      id: "balancer-backend-of-each-object",
      tries: "Goes through a local map of backends, one of which is at a public address.",
      make: (ip: string) =>
        withOci(
          {
            oci_load_balancer_backend: {
              r: {
                for_each: "${local.backends}",
                backendset_name: "s",
                ip_address: "${each.value.ip}",
                load_balancer_id: "ocid1.loadbalancer.oc1.iad.aaaa",
                port: 8080,
              },
            },
          },
          { locals: { backends: { a: { ip: "10.0.1.8" }, b: { ip } } } },
        ),
      abroad: "203.0.113.9",
      home: "10.0.1.9",
      expected: unproven(FLOW, "/resource/oci_load_balancer_backend/r/ip_address"),
      because: "both are of the own network",
    }),
    twins({
      id: "traffic-mirror-to-address",
      tries: "Mirrors network traffic to a public address.",
      make: (target_ip: string) =>
        ociResource("oci_core_vtap", {
          capture_filter_id: "ocid1.capturefilter.oc1.iad.aaaa",
          vcn_id: "ocid1.vcn.oc1.iad.aaaa",
          source_id: "ocid1.vnic.oc1.iad.aaaa",
          target_type: "IP_ADDRESS",
          target_ip,
        }),
      abroad: "203.0.113.7",
      home: "10.0.0.7",
      expected: unproven(FLOW, "/resource/oci_core_vtap/r/target_ip"),
      because: "the address is of the own network",
    }),
    twins({
      id: "responses-cached-elsewhere",
      tries: "Keeps the responses of an API in a cache that can stand anywhere.",
      make: (host: string) =>
        ociResource("oci_apigateway_gateway", {
          endpoint_type: "PRIVATE",
          subnet_id: "ocid1.subnet.oc1.iad.aaaa",
          response_cache_details: { type: "EXTERNAL_RESP_CACHE", servers: { host, port: 6379 } },
        }),
      abroad: "cache.example.com",
      home: "aaaa.redis.us-ashburn-1.oci.oraclecloud.com",
      expected: unproven(
        FLOW,
        "/resource/oci_apigateway_gateway/r/response_cache_details/servers/host",
      ),
      because: "the cache is in Ashburn",
    }),
    twins({
      id: "connect-descriptor-with-two-hosts",
      tries: "Names a second host in a connect descriptor, behind one in Ashburn.",
      make: (connection_string: string) =>
        ociResource("oci_golden_gate_connection", {
          connection_type: "ORACLE",
          technology_type: "ORACLE_DATABASE",
          display_name: "c",
          connection_string,
        }),
      abroad: descriptor("db.example.com"),
      home: descriptor(`other.${ASHBURN_DATABASE}`),
      expected: unproven(FLOW, "/resource/oci_golden_gate_connection/r/connection_string"),
      because: "both are in Ashburn",
    }),
    twins({
      id: "connect-string-with-password",
      tries: "Writes a name and a password before the host, which is not the first word.",
      make: (host: string) =>
        ociResource("oci_golden_gate_connection", {
          connection_type: "ORACLE",
          technology_type: "ORACLE_DATABASE",
          display_name: "c",
          connection_string: `app/secret@${host}:1521/pdb`,
        }),
      abroad: "db.example.com",
      home: "10.0.1.4",
      expected: unproven(FLOW, "/resource/oci_golden_gate_connection/r/connection_string"),
      because: "the host is of the own network",
    }),
    twins({
      id: "jdbc-url-elsewhere",
      tries: "Streams a database to a JDBC URL whose host can stand anywhere.",
      make: (host: string) =>
        ociResource("oci_golden_gate_connection", {
          connection_type: "DATABRICKS",
          technology_type: "DATABRICKS",
          display_name: "c",
          connection_url: `jdbc:databricks://${host}:443/default`,
        }),
      abroad: "adb-1.2.azuredatabricks.net",
      home: "10.0.1.5",
      expected: unproven(FLOW, "/resource/oci_golden_gate_connection/r/connection_url"),
      because: "the host is of the own network",
    }),
    twins({
      id: "hook-from-tag",
      tries: "Writes the address of a hook into a tag, and takes it from there.",
      make: (url: string) =>
        withOci({
          oci_ons_notification_topic: {
            t: { compartment_id: COMPARTMENT, name: "t", freeform_tags: { url } },
          },
          oci_ons_subscription: {
            r: {
              compartment_id: COMPARTMENT,
              endpoint: "${oci_ons_notification_topic.t.freeform_tags.url}",
              protocol: "CUSTOM_HTTPS",
              topic_id: "${oci_ons_notification_topic.t.id}",
            },
          },
        }),
      abroad: "https://hooks.example.com/a",
      home: "https://10.0.1.20/a",
      expected: unproven(FLOW, "/resource/oci_ons_subscription/r/endpoint"),
      because: "the address is of the own network",
    }),
    twins({
      id: "key-from-tag",
      tries: "Takes a key from the tag of a network at home, whose value a variable gives.",
      make: (key: string) =>
        withOci(
          {
            ...OCI_KEY,
            oci_core_vcn: {
              v: {
                compartment_id: COMPARTMENT,
                cidr_blocks: ["10.0.0.0/16"],
                freeform_tags: { key_id: key },
              },
            },
            oci_objectstorage_bucket: {
              b: ociBucket({ kms_key_id: '${oci_core_vcn.v.freeform_tags["key_id"]}' }),
            },
          },
          { variable: { key: {} } },
        ),
      abroad: "${var.key}",
      home: OCI_KEY_ID,
      expected: unproven(FLOW, "/resource/oci_objectstorage_bucket/b/kms_key_id"),
      because: "the tag holds the key of the same stack",
    }),
    twins({
      id: "event-function-unknown",
      tries: "Hands every event to a function that a variable names.",
      make: (function_id: string) =>
        ociResource(
          "oci_events_rule",
          {
            condition: "{}",
            display_name: "e",
            is_enabled: true,
            actions: { actions: { action_type: "FAAS", is_enabled: true, function_id } },
          },
          functions,
        ),
      abroad: "${var.call}",
      home: FUNCTION,
      expected: unproven(FLOW, "/resource/oci_events_rule/r/actions/actions/function_id"),
      because: "the function is in Ashburn",
    }),
    twins({
      id: "connector-task-unknown",
      tries: "Sends logs through a function that a variable names.",
      make: (function_id: string) =>
        ociResource(
          "oci_sch_service_connector",
          {
            display_name: "c",
            source: { kind: "streaming", stream_id: "ocid1.stream.oc1.iad.aaaa" },
            tasks: { kind: "function", function_id },
            target: { kind: "objectStorage", bucket: "b" },
          },
          functions,
        ),
      abroad: "${var.call}",
      home: FUNCTION,
      expected: unproven(FLOW, "/resource/oci_sch_service_connector/r/tasks/function_id"),
      because: "the function is in Ashburn",
    }),
    twins({
      id: "monitor-from-abroad",
      tries: "Lets a monitor sign in and read from a vantage point abroad.",
      make: (region: string) =>
        withOci({
          oci_apm_synthetics_monitor: {
            r: {
              apm_domain_id: "ocid1.apmdomain.oc1.iad.aaaa",
              display_name: "from eu-frankfurt-1",
              monitor_type: "SCRIPTED_REST",
              repeat_interval_in_seconds: 600,
              vantage_points: { name: `OraclePublic-${region}` },
            },
          },
        }),
      abroad: "eu-frankfurt-1",
      home: "us-ashburn-1",
      expected: outside(
        "argument-inside",
        "/resource/oci_apm_synthetics_monitor/r/vantage_points/name",
      ),
      because: "the vantage point is in Ashburn",
    }),
  ],
};
