import { IdentityTag } from "@cdktf/provider-oci/lib/identity-tag";
import { IdentityTagDefault } from "@cdktf/provider-oci/lib/identity-tag-default";
import { IdentityTagNamespace } from "@cdktf/provider-oci/lib/identity-tag-namespace";
import type { ITerraformDependable, TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { RequiredTag } from "./guardrails-props";

export interface ResidencyTagsProps {
  readonly provider: TerraformProvider;
  readonly tenancyOcid: string;
  /** Unique in the tenancy; cannot be changed. */
  readonly namespaceName: string;
  /** Name of the jurisdiction, the one value of the residency tag. */
  readonly residency: string;
  /** Compartment whose resources, and those below it, get the tags. */
  readonly compartmentId: string;
  /** What must exist before a tag is required of it. */
  readonly after: readonly ITerraformDependable[];
  readonly requiredTags: readonly RequiredTag[];
  readonly deletionProtection: boolean;
  readonly freeformTags: Readonly<Record<string, string>> | undefined;
}

/**
 * A tag namespace whose residency tag OCI itself sets on every new resource, and whose required tags
 * whoever makes a resource must set.
 *
 * Source: OCI API, `CreateTagDefaultDetails.isRequired`: false sets the value, true blocks a resource
 * without one.
 */
export class ResidencyTags extends Construct {
  readonly namespace: IdentityTagNamespace;

  private readonly props: ResidencyTagsProps;

  constructor(scope: Construct, id: string, props: ResidencyTagsProps) {
    super(scope, id);
    this.props = props;
    const tags =
      props.freeformTags === undefined ? {} : { freeformTags: { ...props.freeformTags } };
    this.namespace = new IdentityTagNamespace(this, "namespace", {
      provider: props.provider,
      compartmentId: props.tenancyOcid,
      name: props.namespaceName,
      description: `Where data must stay, and how it is classified`,
      ...tags,
      lifecycle: { preventDestroy: props.deletionProtection },
    });
    this.addTag(
      {
        name: "residency",
        description: "The jurisdiction that the resource must not leave",
        values: [props.residency],
      },
      false,
    );
    for (const tag of props.requiredTags) {
      this.addTag(tag, true);
    }
  }

  private addTag({ name, description, values }: RequiredTag, isRequired: boolean): void {
    const tag = new IdentityTag(this, `tag-${name}`, {
      provider: this.props.provider,
      tagNamespaceId: this.namespace.id,
      name,
      description,
      validator: { validatorType: "ENUM", values: [...values] },
      lifecycle: { preventDestroy: this.props.deletionProtection },
    });
    new IdentityTagDefault(this, `default-${name}`, {
      provider: this.props.provider,
      compartmentId: this.props.compartmentId,
      tagDefinitionId: tag.id,
      // The API asks for a value even where it is required of the caller, and then does not set it.
      value: values[0] ?? "",
      isRequired,
      // A required tag would stop the compartments below, which are made without it.
      dependsOn: [...this.props.after],
    });
  }
}
