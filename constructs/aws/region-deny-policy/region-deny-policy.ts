import { OrganizationsPolicy } from "@cdktf/provider-aws/lib/organizations-policy";
import { OrganizationsPolicyAttachment } from "@cdktf/provider-aws/lib/organizations-policy-attachment";
import { Construct } from "constructs";
import { PropsError, requireMatch } from "../../validation";
import { GuardedAwsStack } from "../guarded-aws-stack";
import { requireAwsInside, requireNoMore } from "../validation";
import { GLOBAL_SERVICES, GLOBAL_SERVICES_VERSION } from "./global-services";

export interface RegionDenyPolicyProps {
  /** Name of the policy in the organization, 1 to 128 characters. */
  readonly name: string;
  /** Ids of the root, organizational units or accounts that it holds for: `r-…`, `ou-…`, digits. */
  readonly targetIds: readonly string[];
  /**
   * Actions that stay possible in every region, besides those of global services whose regions are not
   * allowed. Each is a way out; the wildcard `*` alone is refused.
   * @default none
   */
  readonly exemptActions?: readonly string[];
  /**
   * ARN patterns of roles that the policy does not hold for: the role that retires what still lies
   * abroad, or one for emergencies. A pattern names a role; the account may be `*`.
   * @default none
   */
  readonly exemptRoleArns?: readonly string[];
  /** Denies enabling an opt-in region that is not allowed. @default true */
  readonly denyRegionOptIn?: boolean;
  /**
   * Denies making what keeps copies at edge locations worldwide, which a region cannot express:
   * CloudFront distributions, Lightsail distributions and public ECR repositories.
   * @default true
   */
  readonly denyEdgeCopies?: boolean;
  /** At most 512 characters. @default a sentence with the jurisdiction */
  readonly description?: string;
  /** Makes Terraform refuse to destroy the policy. @default true */
  readonly deletionProtection?: boolean;
  /** @default none */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * Longest service control policy, in characters, and most of them on one target.
 *
 * Source: AWS Organizations User Guide, "Quotas and service limits", raised in May 2026 from 5,120
 * characters and 5 policies.
 */
const MAX_CHARACTERS = 10_240;

const TARGET = /^(?:r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}|\d{12})$/;

/** Source: AWS General Reference, Amazon CloudFront, Lightsail and Amazon ECR Public. */
const EDGE_COPIES = [
  "cloudfront:CreateDistribution",
  "cloudfront:CreateDistributionTenant",
  "cloudfront:CreateDistributionWithTags",
  "cloudfront:CreateStreamingDistribution",
  "cloudfront:CreateStreamingDistributionWithTags",
  "ecr-public:CreateRepository",
  "lightsail:CreateDistribution",
];

/**
 * A service control policy that denies every request to a region outside of the jurisdiction.
 *
 * It holds for every member account below its targets and for their root users; it does not hold for
 * the organization's management account, nor for service-linked roles.
 */
export class RegionDenyPolicy extends Construct {
  /** The policy document, as AWS gets it. */
  readonly content: string;
  /** The Terraform resource, for what Onshore has no prop for. */
  readonly resource: OrganizationsPolicy;

  private readonly props: RegionDenyPolicyProps;

  /**
   * @throws PropsError when the policy is longer than AWS takes, when a target or a role pattern is
   *   malformed, and when an exemption would take in everything or everybody
   */
  constructor(scope: Construct, id: string, props: RegionDenyPolicyProps) {
    super(scope, id);
    const stack = GuardedAwsStack.guarding(this);
    this.props = props;
    this.checkProps();
    this.content = JSON.stringify({ Version: "2012-10-17", Statement: this.statements(stack) });
    this.checkSize();
    this.resource = new OrganizationsPolicy(this, "policy", {
      provider: stack.providerFor(stack.region),
      name: props.name,
      description:
        props.description ??
        `Denies requests to regions outside ${stack.jurisdiction.name} (global services, version ${GLOBAL_SERVICES_VERSION})`,
      type: "SERVICE_CONTROL_POLICY",
      content: this.content,
      ...(props.tags === undefined ? {} : { tags: { ...props.tags } }),
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    });
    for (const targetId of props.targetIds) {
      new OrganizationsPolicyAttachment(this, `attachment-${targetId}`, {
        provider: stack.providerFor(stack.region),
        policyId: this.resource.id,
        targetId,
        lifecycle: { preventDestroy: props.deletionProtection ?? true },
      });
    }
  }

  private checkProps(): void {
    const { props } = this;
    requireMatch(
      this,
      "name",
      props.name,
      /^[\s\S]{1,128}$/,
      "a policy name has 1 to 128 characters",
    );
    requireMatch(
      this,
      "description",
      props.description ?? "",
      /^[\s\S]{0,512}$/,
      "a policy description has 512 characters at most",
    );
    if (props.targetIds.length === 0) {
      throw new PropsError(this, {
        prop: "targetIds",
        got: [],
        because: "a policy that is attached to nothing denies nothing",
        fix: "name the organizational units or accounts that it is for",
      });
    }
    for (const [index, targetId] of props.targetIds.entries()) {
      requireMatch(
        this,
        `targetIds[${index}]`,
        targetId,
        TARGET,
        "it is no id of a root, an organizational unit or an account",
      );
    }
    for (const [index, action] of (props.exemptActions ?? []).entries()) {
      requireMatch(
        this,
        `exemptActions[${index}]`,
        action,
        /^[a-z0-9-]+:[A-Za-z*]+$/,
        "an exemption names one service's action; * alone would leave every region open",
      );
    }
    for (const [index, arn] of (props.exemptRoleArns ?? []).entries()) {
      requireMatch(
        this,
        `exemptRoleArns[${index}]`,
        arn,
        /^arn:aws[a-z-]*:iam::(?:\d{12}|\*):role\/[\w+=,.@/-]+\*?$/,
        "it names no role: a pattern without a role's name would let everybody out",
      );
    }
    requireNoMore(
      this,
      "exemptRoleArns",
      props.exemptRoleArns?.length ?? 0,
      20,
      "more would be no exception any more",
    );
  }

  private statements(stack: GuardedAwsStack): readonly object[] {
    const { props } = this;
    const allowed = stack.jurisdiction
      .regionsOf("aws")
      .filter((region) => region.realm === stack.region.realm)
      .map((region) => requireAwsInside(this, "region", region, stack.jurisdiction).id);
    const exempt = [...exemptFor(stack.partition, allowed), ...(props.exemptActions ?? [])];
    return [
      {
        Sid: "DenyOutsideAllowedRegions",
        Effect: "Deny",
        ...(exempt.length === 0 ? { Action: "*" } : { NotAction: [...new Set(exempt)].sort() }),
        Resource: "*",
        Condition: { StringNotEquals: { "aws:RequestedRegion": allowed }, ...this.exceptRoles() },
      },
      ...(props.denyRegionOptIn === false
        ? []
        : [
            {
              Sid: "DenyRegionOptIn",
              Effect: "Deny",
              Action: ["account:EnableRegion"],
              Resource: "*",
              Condition: { StringNotEquals: { "account:TargetRegion": allowed } },
            },
          ]),
      ...(props.denyEdgeCopies === false
        ? []
        : [{ Sid: "DenyEdgeCopies", Effect: "Deny", Action: EDGE_COPIES, Resource: "*" }]),
    ];
  }

  private exceptRoles(): object {
    const { exemptRoleArns } = this.props;
    return exemptRoleArns === undefined || exemptRoleArns.length === 0
      ? {}
      : { ArnNotLike: { "aws:PrincipalArn": exemptRoleArns } };
  }

  private checkSize(): void {
    if (this.content.length > MAX_CHARACTERS) {
      throw new PropsError(this, {
        prop: "exemptActions",
        got: `a policy of ${this.content.length} characters`,
        because: `AWS takes ${MAX_CHARACTERS} characters at most`,
        fix: "name fewer actions, or put a service's together as service:Prefix*",
      });
    }
  }
}

/** Where the global services of GovCloud answer from. Source: AWS GovCloud (US) User Guide. */
const GOVCLOUD_HOME = "us-gov-west-1";

/** Actions of global services that answer from a region that is not allowed. */
function exemptFor(partition: string, allowed: readonly string[]): readonly string[] {
  return GLOBAL_SERVICES.filter(({ regions }) =>
    (partition === "aws-us-gov" ? [GOVCLOUD_HOME] : regions).some(
      (region) => !allowed.includes(region),
    ),
  ).flatMap(({ actions }) => actions);
}
