import { SecurityAttributeSecurityAttribute } from "@cdktf/provider-oci/lib/security-attribute-security-attribute";
import { SecurityAttributeSecurityAttributeNamespace } from "@cdktf/provider-oci/lib/security-attribute-security-attribute-namespace";
import { ZprConfiguration } from "@cdktf/provider-oci/lib/zpr-configuration";
import { ZprZprPolicy } from "@cdktf/provider-oci/lib/zpr-zpr-policy";
import { type ITerraformDependable, Lazy } from "cdktf";
import { Construct } from "constructs";
import { GuardedStack } from "../guarded-stack";
import { PropsError } from "../validation";
import type { ZeroTrustProps } from "./perimeter-props";
import type { Port } from "./port";
import { type Site, tagsOf } from "./site";

/** Statements of one policy; that OCI takes no more is not confirmed by a page. */
const MAX_STATEMENTS = 50;

/** One end of a connection: a tier by its attribute, a block, or Oracle services. */
export type ZprEndpoint =
  | { readonly tier: "data" | "app" }
  | { readonly cidr: string }
  | "oracle-services";

/**
 * Zero Trust Packet Routing: security attributes, and the policy that says which of them may connect
 * to which. Endpoints that carry an attribute take what the policy admits and nothing else, on top of
 * every network security group.
 *
 * Source: OCI documentation, "Zero Trust Packet Routing", "Policy Syntax".
 */
export class ZeroTrust extends Construct {
  readonly vcnAttributes: Record<string, string>;
  /** What must be there before a resource can carry an attribute. */
  readonly dependables: ITerraformDependable[];

  private readonly statements: string[] = [];
  private readonly namespaceName: string;
  private readonly vcn: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly site: Site,
    props: ZeroTrustProps,
  ) {
    super(scope, id);
    const stack = GuardedStack.guarding(this);
    // The service keeps attributes and policies in the home region, as IAM does.
    const provider = stack.providerFor(stack.homeRegion);
    const tags = tagsOf(site.freeformTags);
    this.namespaceName = site.name;
    this.vcn = `${site.name}.network:vcn`;
    const onboarding = props.onboardTenancy
      ? [
          new ZprConfiguration(this, "onboarding", {
            provider,
            ...tags,
            compartmentId: stack.tenancyOcid,
            zprStatus: "ENABLED",
          }),
        ]
      : [];
    const namespace = new SecurityAttributeSecurityAttributeNamespace(this, "namespace", {
      provider,
      ...tags,
      compartmentId: site.compartmentId,
      name: this.namespaceName,
      description: `Who may connect to whom in the network of ${site.name}`,
      dependsOn: onboarding,
    });
    const attribute = (name: string, description: string, values: string[]) =>
      new SecurityAttributeSecurityAttribute(this, name, {
        provider,
        securityAttributeNamespaceId: namespace.id,
        name,
        description,
        validator: { validatorType: "ENUM", values },
      });
    this.dependables = [
      attribute("network", "The VCN", ["vcn"]),
      attribute("tier", "What a host or service of the VCN is for", ["data", "app"]),
    ];
    this.vcnAttributes = this.attributesOf("network", "vcn");
  }

  tierAttributes(tier: "data" | "app"): Record<string, string> {
    return this.attributesOf("tier", tier);
  }

  /** @throws PropsError where the policy would hold more statements than OCI takes */
  allow(from: ZprEndpoint, to: ZprEndpoint, port: Port): void {
    const statement = `in ${this.vcn} VCN allow ${this.written(from)} to connect to ${this.written(to)} with protocol='${port}'`;
    if (this.statements.includes(statement)) {
      return;
    }
    if (this.statements.length === MAX_STATEMENTS) {
      throw new PropsError(this, {
        prop: "zeroTrust",
        got: this.statements.length + 1,
        because: `a Zero Trust Packet Routing policy has at most ${MAX_STATEMENTS} statements`,
        fix: "join ports to ranges",
      });
    }
    this.statements.push(statement);
    if (this.statements.length === 1) {
      this.addPolicy();
    }
  }

  /** Made with its first statement: OCI takes no policy without one. */
  private addPolicy(): void {
    const stack = GuardedStack.guarding(this);
    new ZprZprPolicy(this, "policy", {
      provider: stack.providerFor(stack.homeRegion),
      ...tagsOf(this.site.freeformTags),
      compartmentId: stack.tenancyOcid,
      name: `${this.site.name}-perimeter`,
      description: `Admits what the perimeter of ${this.site.name} declares, and nothing else`,
      statements: Lazy.listValue({ produce: () => this.statements }),
      dependsOn: this.dependables,
    });
  }

  private attributesOf(name: string, value: string): Record<string, string> {
    const key = `${this.namespaceName}.${name}`;
    return { [`${key}.value`]: value, [`${key}.mode`]: "enforce" };
  }

  private written(endpoint: ZprEndpoint): string {
    if (endpoint === "oracle-services") {
      return "'osn-services-ip-addresses'";
    }
    return "tier" in endpoint
      ? `${this.namespaceName}.tier:${endpoint.tier} endpoints`
      : `'${endpoint.cidr}'`;
  }
}
