import {
  EvidenceTrail,
  type EvidenceTrailProps,
  type KeyUseHours,
  LogSource,
  Subscription,
} from "../../constructs/evidence-trail";
import type { GuardedStackProps } from "../../constructs/guarded-stack";
import { RegionLockedBucket } from "../../constructs/region-locked-bucket";
import { SovereignVault } from "../../constructs/sovereign-vault";
import { UsPerimeter } from "../../constructs/us-perimeter";
import { Jurisdiction } from "../../jurisdiction";
import { conformance } from "../../providers/oci/scripts/schema";
import {
  DATA,
  KEYS,
  onlyResource,
  resourcesOf,
  synthesize,
  TENANCY,
  usStack,
} from "../support/synth";

const EVIDENCE = "ocid1.compartment.oc1..aaaaaaaaevidence";
const FUNCTION = "ocid1.fnfunc.oc1.iad.aaaaaaaapager";
const HOURS: KeyUseHours = {
  from: "13:30",
  to: "23:00",
  validFrom: "2027-01-01",
  validUntil: "2028-01-01",
};
const MAIL = Subscription.mail({
  address: "security@example.com",
  keptBy: "Example Mail Inc., Ashburn, Virginia",
});

type Change =
  | Partial<EvidenceTrailProps>
  | ((vault: SovereignVault) => Partial<EvidenceTrailProps>);

function trailIn(change: Change = {}, stackProps: Partial<GuardedStackProps> = {}) {
  const stack = usStack(stackProps);
  const vault = new SovereignVault(stack, "vault", { compartmentId: KEYS, displayName: "keys" });
  const key = vault.addKey("evidence");
  const trail = new EvidenceTrail(stack, "trail", {
    compartmentId: EVIDENCE,
    namespace: "ns",
    bucketName: "evidence",
    key,
    retentionDays: 2555,
    lockFrom: "2027-01-31T00:00:00Z",
    subscriptions: [MAIL],
    ...(typeof change === "function" ? change(vault) : change),
  });
  return { stack, vault, key, trail };
}

const connector = (json: ReturnType<typeof synthesize>, kind: string) =>
  resourcesOf(json, "oci_sch_service_connector").find(({ target }) => target.kind === kind);

const ruleFor = (json: ReturnType<typeof synthesize>, watch: string): string[] =>
  JSON.parse(
    resourcesOf(json, "oci_events_rule").find(({ display_name: name }) => name.endsWith(watch))
      .condition,
  ).eventType;

describe("EvidenceTrail", () => {
  test("archives the tenancy's audit log and its own logs in a locked bucket of its region", () => {
    const { stack } = trailIn();
    const json = synthesize(stack);
    const [bucket] = Object.keys(json.resource.oci_objectstorage_bucket);
    const [group] = Object.keys(json.resource.oci_logging_log_group);
    expect(onlyResource(json, "oci_objectstorage_bucket")).toMatchObject({
      provider: "oci.us-ashburn-1",
      access_type: "NoPublicAccess",
      retention_rules: [
        {
          duration: { time_amount: "2555", time_unit: "DAYS" },
          time_rule_locked: "2027-01-31T00:00:00Z",
        },
      ],
      lifecycle: { prevent_destroy: true },
    });
    expect(connector(json, "objectStorage")).toMatchObject({
      provider: "oci.us-ashburn-1",
      source: {
        kind: "logging",
        log_sources: [
          { compartment_id: TENANCY, log_group_id: "_Audit_Include_Subcompartment" },
          { compartment_id: EVIDENCE, log_group_id: `\${oci_logging_log_group.${group}.id}` },
        ],
      },
      target: { bucket: `\${oci_objectstorage_bucket.${bucket}.name}`, namespace: "ns" },
      depends_on: [expect.stringMatching(/^oci_identity_policy\./)],
    });
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("lets its connectors write to that bucket and topic, and no other principal", () => {
    const { statements } = onlyResource(synthesize(trailIn().stack), "oci_identity_policy");
    const connectors = statements.filter((text: string) => text.includes("any-user"));
    expect(connectors).toHaveLength(2);
    for (const statement of connectors) {
      expect(statement).toContain("request.principal.type = 'serviceconnector'");
      expect(statement).toContain(`request.principal.compartment.id = '${EVIDENCE}'`);
      expect(statement).toContain("request.region = 'iad'");
    }
    expect(connectors[0]).toContain("manage objects");
    expect(connectors[0]).toContain("target.bucket.name = 'evidence'");
    expect(connectors[1]).toContain("use ons-topics");
  });

  test("archives compartments by themselves where they are named", () => {
    const { stack } = trailIn({ auditCompartmentIds: [DATA, KEYS] });
    const { source } = connector(synthesize(stack), "objectStorage");
    expect(source.log_sources.slice(0, 2)).toEqual([
      { compartment_id: DATA, log_group_id: "_Audit" },
      { compartment_id: KEYS, log_group_id: "_Audit" },
    ]);
  });

  test("replicates the archive to an allowed region", () => {
    const { stack } = trailIn({ replicaRegion: "us-phoenix-1", replicaBucketName: "evidence-w" });
    expect(onlyResource(synthesize(stack), "oci_objectstorage_replication_policy")).toMatchObject({
      destination_region_name: "us-phoenix-1",
      destination_bucket_name: "evidence-w",
    });
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("tells of keys that are disabled or scheduled for deletion, of policies, buckets and networks", () => {
    const json = synthesize(trailIn().stack);
    expect(ruleFor(json, "keys")).toContain("com.oraclecloud.keymanagementservice.*");
    expect(ruleFor(json, "identity")).toEqual(
      expect.arrayContaining([
        "com.oraclecloud.identitycontrolplane.createpolicy",
        "com.oraclecloud.identitycontrolplane.updatepolicy",
        "com.oraclecloud.identitycontrolplane.deletepolicy",
        "com.oraclecloud.identitycontrolplane.updatenetworksource",
      ]),
    );
    expect(ruleFor(json, "buckets")).toContain("com.oraclecloud.objectstorage.updatebucket");
    expect(ruleFor(json, "network")).toEqual(
      expect.arrayContaining([
        "com.oraclecloud.virtualnetwork.createinternetgateway",
        "com.oraclecloud.virtualnetwork.updatesecuritylist",
        "com.oraclecloud.virtualnetwork.createdrgattachment",
        "com.oraclecloud.natgateway.createnatgateway",
      ]),
    );
    for (const rule of resourcesOf(json, "oci_events_rule")) {
      expect(rule).toMatchObject({
        provider: "oci.us-ashburn-1",
        compartment_id: TENANCY,
        is_enabled: true,
        actions: { actions: [{ action_type: "ONS", is_enabled: true }] },
      });
    }
  });

  test("tells of what only the audit log knows: copies and doors of buckets, peerings, the trail's end", () => {
    const json = synthesize(trailIn().stack);
    const { source, tasks, target } = connector(json, "notifications");
    const [topic] = Object.keys(json.resource.oci_ons_notification_topic);
    expect(target.topic_id).toBe(`\${oci_ons_notification_topic.${topic}.id}`);
    expect(source.log_sources).toEqual([
      { compartment_id: TENANCY, log_group_id: "_Audit_Include_Subcompartment" },
    ]);
    expect(tasks).toHaveLength(1);
    for (const operation of [
      "CreateReplicationPolicy",
      "CreatePreauthenticatedRequest",
      "ConnectRemotePeeringConnections",
      "DeactivateServiceConnector",
    ]) {
      expect(tasks[0].condition).toContain(`data.eventName='${operation}'`);
    }
  });

  test("raises a critical alarm when a connector fails", () => {
    expect(onlyResource(synthesize(trailIn().stack), "oci_monitoring_alarm")).toMatchObject({
      namespace: "oci_service_connector_hub",
      severity: "CRITICAL",
      is_enabled: true,
      metric_compartment_id: EVIDENCE,
      destinations: [expect.stringMatching(/^\$\{oci_ons_notification_topic\./)],
    });
  });

  test("logs each use of a vault's keys, and raises an alarm for a refused one", () => {
    const { stack } = trailIn((vault) => ({ keyUseOf: [vault] }));
    const json = synthesize(stack);
    const [vault] = Object.keys(json.resource.oci_kms_vault);
    const [log] = Object.keys(json.resource.oci_logging_log);
    expect(onlyResource(json, "oci_logging_log").configuration.source).toEqual({
      source_type: "OCISERVICE",
      service: "keymanagementservice",
      category: "cryptooperations",
      resource: `\${oci_kms_vault.${vault}.id}`,
    });
    const counting = connector(json, "monitoring");
    expect(counting.source.log_sources[0].log_id).toBe(`\${oci_logging_log.${log}.id}`);
    const alarm = resourcesOf(json, "oci_monitoring_alarm").find(
      ({ namespace }) => namespace === counting.target.metric_namespace,
    );
    expect(alarm.query).toMatch(new RegExp(`^${counting.target.metric}\\[1m\\]\\{statusCode`));
    expect(onlyResource(json, "oci_identity_policy").statements).toContainEqual(
      expect.stringContaining(`target.metrics.namespace = '${counting.target.metric_namespace}'`),
    );
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("raises an alarm for each use by a person outside the declared hours, which recur in UTC", () => {
    const { stack } = trailIn((vault) => ({ keyUseOf: [vault], keyUseHours: HOURS }));
    const json = synthesize(stack);
    const [name] = Object.entries<{ display_name: string }>(json.resource.oci_monitoring_alarm)
      .filter(([, alarm]) => alarm.display_name.includes("outside"))
      .map(([key]) => key);
    expect(json.resource.oci_monitoring_alarm[name ?? ""].query).toBe(
      'KeyUse[1m]{principal =~ "ocid1.user.*|ocid1.saml2idp.*"}.grouping().count() > 0',
    );
    expect(connector(json, "monitoring").target.dimensions).toContainEqual({
      name: "principal",
      dimension_value: { kind: "jmesPath", path: "logContent.data.principalId" },
    });
    const suppression = onlyResource(json, "oci_monitoring_alarm_suppression");
    expect(suppression).toMatchObject({
      provider: "oci.us-ashburn-1",
      level: "ALARM",
      alarm_suppression_target: {
        target_type: "ALARM",
        alarm_id: `\${oci_monitoring_alarm.${name}.id}`,
      },
      time_suppress_from: "2027-01-01T00:00:00Z",
      time_suppress_until: "2028-01-01T00:00:00Z",
      suppression_conditions: [
        {
          condition_type: "RECURRENCE",
          suppression_recurrence: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=13;BYMINUTE=30",
          suppression_duration: "PT9H30M",
        },
      ],
    });
    expect(conformance("oci_monitoring_alarm_suppression", suppression)).toEqual([]);
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("never silences the alarm for refused uses, nor any without declared hours", () => {
    const { stack } = trailIn((vault) => ({ keyUseOf: [vault] }));
    expect(resourcesOf(synthesize(stack), "oci_monitoring_alarm_suppression")).toEqual([]);
    const json = synthesize(trailIn((vault) => ({ keyUseOf: [vault], keyUseHours: HOURS })).stack);
    const { alarm_suppression_target: target } = onlyResource(
      json,
      "oci_monitoring_alarm_suppression",
    );
    expect(target.alarm_id).not.toContain("refused");
  });

  test.each<[string, Partial<KeyUseHours>, string, string]>([
    [
      "over midnight",
      { from: "22:00", to: "06:00", days: ["SUNDAY", "MONDAY", "MONDAY"] },
      "FREQ=WEEKLY;BYDAY=MO,SU;BYHOUR=22;BYMINUTE=0",
      "PT8H",
    ],
    [
      "of a quarter of an hour",
      { from: "00:00", to: "00:15", days: ["SATURDAY"] },
      "FREQ=WEEKLY;BYDAY=SA;BYHOUR=0;BYMINUTE=0",
      "PT15M",
    ],
    [
      "of ten hours and ten minutes",
      { from: "10:10", to: "20:20" },
      "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=10;BYMINUTE=10",
      "PT10H10M",
    ],
  ])("takes hours %s", (_what, change, recurrence, duration) => {
    const { stack } = trailIn((vault) => ({
      keyUseOf: [vault],
      keyUseHours: { ...HOURS, ...change },
    }));
    expect(
      onlyResource(synthesize(stack), "oci_monitoring_alarm_suppression").suppression_conditions,
    ).toEqual([
      {
        condition_type: "RECURRENCE",
        suppression_recurrence: recurrence,
        suppression_duration: duration,
      },
    ]);
  });

  test("tells of everyone's use where that is asked for", () => {
    const { stack } = trailIn((vault) => ({
      keyUseOf: [vault],
      keyUseHours: { ...HOURS, whose: "everyone" },
    }));
    expect(
      resourcesOf(synthesize(stack), "oci_monitoring_alarm").map(({ query }) => query),
    ).toContain("KeyUse[1m].grouping().count() > 0");
  });

  test.each<[string, Partial<KeyUseHours>, RegExp]>([
    ["a time that there is not", { from: "24:00" }, /keyUseHours\.from is "24:00": it is no time/],
    ["a time without its zero", { to: "9:00" }, /keyUseHours\.to is "9:00"/],
    ["hours without length", { to: "13:30" }, /keyUseHours\.to is "13:30": the hours end when/],
    ["hours of no day", { days: [] }, /keyUseHours\.days is \[\]: hours of no day are never/],
    ["a day that there is not", { days: ["MO" as "MONDAY"] }, /keyUseHours\.days is "MO"/],
    ["a date that there is not", { validFrom: "2027-02-31" }, /validFrom is "2027-02-31"/],
    ["a date without its day", { validUntil: "2028-01" }, /validUntil is "2028-01"/],
    ["an end before the beginning", { validUntil: "2027-01-01" }, /validUntil is "2027-01-01"/],
  ])("fails for key use hours with %s", (_what, change, message) => {
    const make = () =>
      trailIn((vault) => ({ keyUseOf: [vault], keyUseHours: { ...HOURS, ...change } }));
    expect(make).toThrow(message);
    expect(make).toThrow(/^stack\/trail \(EvidenceTrail\): /);
  });

  test("fails for a log that something else records: OCI has one for each category", () => {
    const { stack, trail, key } = trailIn();
    const props = { compartmentId: DATA, namespace: "ns", key };
    const accessLog = { logGroupId: "ocid1.loggroup.oc1.iad.aaaaaaaaother" };
    const logged = new RegionLockedBucket(stack, "logged", { ...props, name: "logged", accessLog });
    expect(() => trail.addLog("reads", LogSource.bucketReads(logged))).toThrow(
      /stack\/trail \(EvidenceTrail\): logs\.reads is "the log read of objectstorage": stack\/logged records that of the same resource/,
    );
    const other = new RegionLockedBucket(stack, "other", { ...props, name: "other" });
    trail.addLog("other-reads", LogSource.bucketReads(other));
    trail.addLog("other-writes", LogSource.bucketWrites(other));
    expect(() => trail.addLog("again", LogSource.bucketWrites(other))).toThrow(
      /stack\/trail records/,
    );
  });

  test("fails for the flows of a subnet whose perimeter logs them", () => {
    const { stack, trail } = trailIn();
    const perimeter = new UsPerimeter(stack, "perimeter", {
      compartmentId: DATA,
      name: "acme",
      vcnCidr: "10.0.0.0/16",
    });
    expect(() => trail.addLog("flows", LogSource.subnetFlows(perimeter.appSubnet.id))).toThrow(
      /logs\.flows is "the log all of flowlogs": stack\/perimeter\/logs records/,
    );
  });

  test("keeps logs of different apps apart", () => {
    const subnet = LogSource.subnetFlows("ocid1.subnet.oc1.iad.aaaaaaaanet");
    const { trail } = trailIn({ logs: { flows: subnet } });
    expect(() => trail.addLog("flows-again", subnet)).toThrow(/stack\/trail records/);
    expect(() => trailIn({ logs: { flows: subnet } })).not.toThrow();
  });

  test("records service logs of resources in its region", () => {
    const { stack, trail, key } = trailIn({
      logs: {
        flows: LogSource.vcnFlows(
          "ocid1.vcn.oc1.iad.aaaaaaaanet",
          "ocid1.capturefilter.oc1.iad.aaaaaaaaall",
        ),
        waf: LogSource.webAppFirewall("ocid1.webappfirewall.oc1.iad.aaaaaaaawaf"),
        access: LogSource.loadBalancerAccess("ocid1.loadbalancer.oc1.iad.aaaaaaaalb"),
        errors: LogSource.loadBalancerErrors("ocid1.loadbalancer.oc1.iad.aaaaaaaalb"),
      },
    });
    const bucket = new RegionLockedBucket(stack, "records", {
      compartmentId: DATA,
      namespace: "ns",
      name: "records",
      key,
    });
    trail.addLog("record-reads", LogSource.bucketReads(bucket));
    trail.addLog("record-writes", LogSource.bucketWrites(bucket));
    const logs = resourcesOf(synthesize(stack), "oci_logging_log").map(
      ({ display_name: name, configuration, retention_duration: days }) => [
        name,
        configuration.source.service,
        configuration.source.category,
        days,
      ],
    );
    expect(logs).toEqual([
      ["access", "loadbalancer", "access", 90],
      ["errors", "loadbalancer", "error", 90],
      ["flows", "flowlogs", "vcn", 90],
      ["record-reads", "objectstorage", "read", 90],
      ["record-writes", "objectstorage", "write", 90],
      ["waf", "waf", "all", 90],
    ]);
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("leaves events of identity to a trail in the home region", () => {
    const elsewhere = { region: "us-phoenix-1", homeRegion: "us-ashburn-1" };
    expect(trailIn({}, elsewhere).trail.watches).not.toContain("identity");
    expect(trailIn().trail.watches).toContain("identity");
    expect(() => trailIn({ watches: ["identity"] }, elsewhere)).toThrow(
      /watches\[0\] is "identity": .*home region, us-ashburn-1, and this trail is in us-phoenix-1/,
    );
  });

  test("keeps to its stack's region wherever the home region is", () => {
    const { stack } = trailIn({}, { region: "us-phoenix-1", homeRegion: "us-ashburn-1" });
    const json = synthesize(stack);
    for (const type of [
      "oci_objectstorage_bucket",
      "oci_ons_notification_topic",
      "oci_sch_service_connector",
      "oci_logging_log_group",
      "oci_monitoring_alarm",
    ]) {
      for (const resource of resourcesOf(json, type)) {
        expect(resource.provider).toBe("oci.us-phoenix-1");
      }
    }
    expect(onlyResource(json, "oci_identity_policy").provider).toBe("oci.us-ashburn-1");
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("tells functions, endpoints that name a region inside, and mailboxes that are declared", () => {
    const { stack } = trailIn({
      subscriptions: [
        MAIL,
        Subscription.function(FUNCTION),
        Subscription.https("https://abc.apigateway.us-ashburn-1.oci.customer-oci.com/alerts"),
      ],
    });
    const subscriptions = resourcesOf(synthesize(stack), "oci_ons_subscription");
    expect(subscriptions.map(({ protocol }) => protocol)).toEqual([
      "EMAIL",
      "ORACLE_FUNCTIONS",
      "CUSTOM_HTTPS",
    ]);
    expect(subscriptions[0].freeform_tags).toEqual({
      "mailbox-declared-inside": "Example Mail Inc., Ashburn, Virginia",
    });
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("writes nothing that the provider does not take", () => {
    const { stack } = trailIn((vault) => ({
      keyUseOf: [vault],
      subscriptions: [MAIL, Subscription.function(FUNCTION)],
      logs: { flows: LogSource.subnetFlows("ocid1.subnet.oc1.iad.aaaaaaaanet") },
      replicaRegion: "us-phoenix-1",
      freeformTags: { team: "security" },
    }));
    const { resource } = synthesize(stack);
    const violations = Object.entries<Record<string, unknown>>(resource).flatMap(([type, bodies]) =>
      Object.values(bodies).flatMap((body) => conformance(type, body)),
    );
    expect(Object.keys(resource)).toContain("oci_events_rule");
    expect(violations).toEqual([]);
  });

  test.each<[string, Change, RegExp]>([
    ["nobody who is told", { subscriptions: [] }, /subscriptions is \[\]: nobody would be told/],
    [
      "an endpoint abroad",
      {
        subscriptions: [
          Subscription.https("https://abc.apigateway.eu-frankfurt-1.oci.customer-oci.com/a"),
        ],
      },
      /subscriptions\[0\] is .*names no allowed region/,
    ],
    [
      "an endpoint that may be anywhere",
      { subscriptions: [Subscription.https("https://hooks.example.com/us-ashburn-1")] },
      /names no allowed region/,
    ],
    [
      "an endpoint without TLS",
      {
        subscriptions: [
          Subscription.https("http://abc.apigateway.us-ashburn-1.oci.customer-oci.com"),
        ],
      },
      /no https URL/,
    ],
    [
      "a function abroad",
      { subscriptions: [Subscription.function("ocid1.fnfunc.oc1.eu-frankfurt-1.aaaa")] },
      /subscriptions\[0\] .*lies in eu-frankfurt-1/,
    ],
    [
      "a mailbox that nobody answers for",
      { subscriptions: [Subscription.mail({ address: "a@example.com", keptBy: "" })] },
      /keptBy is ""/,
    ],
    [
      "a mail address that is none",
      { subscriptions: [Subscription.mail({ address: "example.com", keptBy: "us" })] },
      /address is "example.com"/,
    ],
    [
      "a log of a network abroad",
      {
        logs: {
          flows: LogSource.vcnFlows(
            "ocid1.vcn.oc1.eu-frankfurt-1.aaaa",
            "ocid1.capturefilter.oc1.iad.aaaa",
          ),
        },
      },
      /logs\.flows .*lies in eu-frankfurt-1/,
    ],
    [
      "a capture filter abroad",
      {
        logs: {
          flows: LogSource.vcnFlows(
            "ocid1.vcn.oc1.iad.aaaa",
            "ocid1.capturefilter.oc1.eu-frankfurt-1.aaaa",
          ),
        },
      },
      /logs\.flows\.captureFilterId .*lies in eu-frankfurt-1/,
    ],
    [
      "hours of keys whose use is not logged",
      { keyUseHours: HOURS },
      /keyUseHours is .*the use of no vault's keys is logged/,
    ],
    ["an archive that is never locked", { lockFrom: "" }, /lockFrom is ""/],
    ["evidence that is kept for no day", { retentionDays: 0 }, /retentionDays is 0/],
    ["no audit log", { auditCompartmentIds: [] }, /auditCompartmentIds is \[\]/],
    ["a compartment that is no OCID", { compartmentId: "logs" }, /compartmentId is "logs"/],
    ["a watch that there is not", { watches: ["moon" as "keys"] }, /watches\[0\] is "moon"/],
  ])("fails for %s", (_what, change, message) => {
    expect(() => trailIn(change)).toThrow(message);
    expect(() => trailIn(change)).toThrow(/^stack\/trail \(EvidenceTrail\): /);
  });

  test("fails for a replica abroad, and for keys of a vault in another region", () => {
    expect(() => trailIn({ replicaRegion: "ap-singapore-1" })).toThrow(/lies outside US/);
    const { stack, trail } = trailIn();
    const other = new SovereignVault(stack, "west", {
      compartmentId: KEYS,
      displayName: "k",
      region: "us-phoenix-1",
    });
    expect(() => trail.addLog("west", LogSource.keyUse(other))).toThrow(
      /logs\.west is "a vault in us-phoenix-1".*Fix: make a trail in us-phoenix-1/,
    );
  });
});
