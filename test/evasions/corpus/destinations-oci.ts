import type { Family } from "../evasion";
import {
  COMPARTMENT,
  ociResource,
  outside,
  twins,
  unproven,
  withOci,
  withOciAnd,
} from "./builders";

const ARGUMENT = "argument-inside";
const FLOW = "flow-inside";

const LOG_SOURCE = {
  kind: "logging",
  log_sources: { compartment_id: COMPARTMENT, log_group_id: "_Audit" },
};

export const DESTINATIONS_OCI: Family = {
  title: "Logs, streams and notifications on Oracle Cloud",
  evasions: [
    twins({
      id: "connector-stream-abroad",
      tries: "Sends the audit log to a stream abroad.",
      make: (stream_id: string) =>
        ociResource("oci_sch_service_connector", {
          display_name: "c",
          source: LOG_SOURCE,
          target: { kind: "streaming", stream_id },
        }),
      abroad: "ocid1.stream.oc1.eu-frankfurt-1.aaaa",
      home: "ocid1.stream.oc1.iad.aaaa",
      expected: outside(ARGUMENT, "/resource/oci_sch_service_connector/r/target/stream_id"),
      because: "the stream is in Ashburn",
    }),
    twins({
      id: "connector-log-group-abroad",
      tries: "Sends the audit log to a log group that is made abroad.",
      make: (region: string) =>
        withOciAnd(region, {
          oci_log_analytics_log_analytics_log_group: {
            g: {
              provider: "oci.other",
              compartment_id: COMPARTMENT,
              display_name: "g",
              namespace: "ns",
            },
          },
          oci_sch_service_connector: {
            r: {
              compartment_id: COMPARTMENT,
              display_name: "c",
              source: LOG_SOURCE,
              target: {
                kind: "loggingAnalytics",
                log_group_id: "${oci_log_analytics_log_analytics_log_group.g.id}",
              },
            },
          },
        }),
      abroad: "ap-osaka-1",
      home: "us-chicago-1",
      expected: outside(FLOW, "/resource/oci_sch_service_connector/r/target/log_group_id"),
      because: "the group is made in Chicago",
    }),
    twins({
      id: "event-action-abroad",
      tries: "Calls a function abroad at every event.",
      make: (key: string) =>
        ociResource("oci_events_rule", {
          condition: "{}",
          display_name: "e",
          is_enabled: true,
          actions: {
            actions: {
              action_type: "FAAS",
              is_enabled: true,
              function_id: `ocid1.fnfunc.oc1.${key}.aaaa`,
            },
          },
        }),
      abroad: "bom",
      home: "phx",
      expected: outside(ARGUMENT, "/resource/oci_events_rule/r/actions/actions/function_id"),
      because: "the function is in Phoenix",
    }),
    twins({
      id: "alarm-topic-unknown",
      tries: "Sends alarms to a topic that a variable names.",
      make: (topic: string) =>
        withOci(
          {
            oci_ons_notification_topic: { t: { compartment_id: COMPARTMENT, name: "t" } },
            oci_monitoring_alarm: {
              r: {
                compartment_id: COMPARTMENT,
                metric_compartment_id: COMPARTMENT,
                display_name: "a",
                is_enabled: true,
                namespace: "oci_vcn",
                query: "x[1m].max() > 1",
                severity: "CRITICAL",
                destinations: [topic],
              },
            },
          },
          { variable: { topic: {} } },
        ),
      abroad: "${var.topic}",
      home: "${oci_ons_notification_topic.t.id}",
      expected: unproven(FLOW, "/resource/oci_monitoring_alarm/r/destinations/0"),
      because: "the topic is of the same stack",
    }),
    twins({
      id: "traffic-mirror-abroad",
      tries: "Mirrors network traffic to a load balancer abroad.",
      make: (target_id: string) =>
        ociResource("oci_core_vtap", {
          capture_filter_id: "ocid1.capturefilter.oc1.iad.aaaa",
          vcn_id: "ocid1.vcn.oc1.iad.aaaa",
          source_id: "ocid1.vnic.oc1.iad.aaaa",
          target_id,
        }),
      abroad: "ocid1.networkloadbalancer.oc1.sa-bogota-1.aaaa",
      home: "ocid1.networkloadbalancer.oc1.iad.aaaa",
      expected: outside(ARGUMENT, "/resource/oci_core_vtap/r/target_id"),
      because: "the load balancer is in Ashburn",
    }),
    twins({
      id: "gateway-to-unknown-host",
      tries: "Routes requests from a gateway to a host that can stand anywhere.",
      make: (host: string) =>
        withOci({
          oci_load_balancer_load_balancer: {
            b: {
              compartment_id: COMPARTMENT,
              display_name: "b",
              is_private: true,
              shape: "flexible",
              subnet_ids: ["ocid1.subnet.oc1.iad.aaaa"],
            },
          },
          oci_core_private_ip: { p: { display_name: "p", vnic_id: "ocid1.vnic.oc1.iad.aaaa" } },
          oci_apigateway_deployment: {
            r: {
              compartment_id: COMPARTMENT,
              gateway_id: "ocid1.apigateway.oc1.iad.aaaa",
              path_prefix: "/v1",
              specification: {
                routes: {
                  path: "/x",
                  methods: ["GET"],
                  backend: { type: "HTTP_BACKEND", url: `http://${host}:8080/` },
                },
              },
            },
          },
        }),
      abroad: "backend.example.com",
      home: "${oci_core_private_ip.p.ip_address}",
      expected: unproven(
        FLOW,
        "/resource/oci_apigateway_deployment/r/specification/routes/backend/url",
      ),
      because: "the address is the stack's own",
    }),
    twins({
      id: "gateway-to-instance-abroad",
      tries: "Routes requests from a gateway to an instance that is made abroad.",
      make: (region: string) =>
        withOciAnd(region, {
          oci_core_instance: {
            i: {
              provider: "oci.other",
              compartment_id: COMPARTMENT,
              availability_domain: "${var.ad}",
              shape: "VM.Standard.E5.Flex",
              create_vnic_details: { subnet_id: "${var.subnet}", assign_public_ip: false },
              source_details: {
                source_type: "image",
                source_id: "${var.image}",
                kms_key_id: "ocid1.key.oc1.phx.v.aaaa",
              },
            },
          },
          oci_apigateway_deployment: {
            r: {
              compartment_id: COMPARTMENT,
              gateway_id: "ocid1.apigateway.oc1.iad.aaaa",
              path_prefix: "/v1",
              specification: {
                routes: {
                  path: "/x",
                  methods: ["GET"],
                  backend: {
                    type: "HTTP_BACKEND",
                    url: "http://${oci_core_instance.i.private_ip}:8080/",
                  },
                },
              },
            },
          },
        }),
      abroad: "eu-madrid-1",
      home: "us-phoenix-1",
      expected: outside(
        FLOW,
        "/resource/oci_apigateway_deployment/r/specification/routes/backend/url",
      ),
      because: "the instance is in Phoenix",
    }),
  ],
};
