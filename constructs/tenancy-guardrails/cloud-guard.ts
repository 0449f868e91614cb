import { CloudGuardCloudGuardConfiguration } from "@cdktf/provider-oci/lib/cloud-guard-cloud-guard-configuration";
import { CloudGuardSecurityRecipe } from "@cdktf/provider-oci/lib/cloud-guard-security-recipe";
import { CloudGuardSecurityZone } from "@cdktf/provider-oci/lib/cloud-guard-security-zone";
import { CloudGuardTarget } from "@cdktf/provider-oci/lib/cloud-guard-target";
import { DataOciCloudGuardDetectorRecipes } from "@cdktf/provider-oci/lib/data-oci-cloud-guard-detector-recipes";
import { DataOciCloudGuardSecurityPolicies } from "@cdktf/provider-oci/lib/data-oci-cloud-guard-security-policies";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { Region } from "../../jurisdiction";
import { ServicePolicies } from "../service-policies";

export interface CloudGuardProps {
  /** Provider configuration of the reporting region, where Cloud Guard takes changes. */
  readonly provider: TerraformProvider;
  readonly tenancyOcid: string;
  readonly name: string;
  readonly reportingRegion: Region;
  /** Compartment of the recipe. */
  readonly securityCompartmentId: string;
  /** Compartment that becomes the zone. */
  readonly zoneCompartmentId: string;
  /** Friendly names. */
  readonly zonePolicies: readonly string[];
  readonly detectorRecipeIds: readonly string[];
  /** Display names. */
  readonly detectorRecipeNames: readonly string[];
  readonly responderRecipeIds: readonly string[];
  readonly freeformTags: Readonly<Record<string, string>> | undefined;
}

/**
 * What Cloud Guard must be allowed to do in the tenancy.
 *
 * Source: Oracle's OCI landing zone modules, policy of the Cloud Guard service.
 */
const STATEMENTS = [
  "Allow service cloudguard to read all-resources in tenancy",
  "Allow service cloudguard to use network-security-groups in tenancy",
];

/** Cloud Guard with a reporting region inside, and a security zone on the data compartment. */
export class CloudGuard extends Construct {
  readonly zone: CloudGuardSecurityZone;

  constructor(scope: Construct, id: string, props: CloudGuardProps) {
    super(scope, id);
    const { provider, tenancyOcid } = props;
    const tags =
      props.freeformTags === undefined ? {} : { freeformTags: { ...props.freeformTags } };
    const policies = STATEMENTS.map((statement) => ServicePolicies.of(this).allow(statement));
    const configuration = new CloudGuardCloudGuardConfiguration(this, "configuration", {
      provider,
      compartmentId: tenancyOcid,
      reportingRegion: props.reportingRegion.id,
      status: "ENABLED",
      dependsOn: [...new Set(policies)],
    });
    const detectorRecipeIds = [
      ...props.detectorRecipeIds,
      ...props.detectorRecipeNames.map((name, index) =>
        this.recipeId(`detector-recipe-${index + 1}`, name, props, configuration),
      ),
    ];
    if (detectorRecipeIds.length > 0) {
      new CloudGuardTarget(this, "target", {
        provider,
        compartmentId: tenancyOcid,
        displayName: `${props.name}-tenancy`,
        targetResourceType: "COMPARTMENT",
        targetResourceId: tenancyOcid,
        targetDetectorRecipes: detectorRecipeIds.map((detectorRecipeId) => ({
          detectorRecipeId,
        })),
        targetResponderRecipes: props.responderRecipeIds.map((responderRecipeId) => ({
          responderRecipeId,
        })),
        ...tags,
        dependsOn: [configuration],
      });
    }
    const recipe = new CloudGuardSecurityRecipe(this, "recipe", {
      provider,
      compartmentId: props.securityCompartmentId,
      displayName: `${props.name}-data`,
      description: "What is denied in the data compartment, whoever asks",
      securityPolicies: this.policyIds(props),
      ...tags,
      dependsOn: [configuration],
    });
    this.zone = new CloudGuardSecurityZone(this, "zone", {
      provider,
      compartmentId: props.zoneCompartmentId,
      displayName: `${props.name}-data`,
      securityZoneRecipeId: recipe.id,
      ...tags,
    });
  }

  /** The OCID of the one recipe of that name; recipes are listed once Cloud Guard is enabled. */
  private recipeId(
    id: string,
    displayName: string,
    { provider, tenancyOcid }: CloudGuardProps,
    configuration: CloudGuardCloudGuardConfiguration,
  ): string {
    const data = new DataOciCloudGuardDetectorRecipes(this, id, {
      provider,
      compartmentId: tenancyOcid,
      displayName,
      state: "ACTIVE",
      dependsOn: [configuration],
    });
    // The name is compared once more, so that a service which matches by part lets nothing else in; an
    // index ends the plan where there is no such name, and `for` where there are two.
    const items = `${data.fqn}.detector_recipe_collection[0].items`;
    return `\${{for r in ${items} : r.display_name => r.id}[${JSON.stringify(displayName)}]}`;
  }

  /** An index for each name, so that a name which OCI does not know ends the plan, and is not left out. */
  private policyIds({ provider, tenancyOcid, zonePolicies }: CloudGuardProps): string[] {
    const data = new DataOciCloudGuardSecurityPolicies(this, "policies", {
      provider,
      compartmentId: tenancyOcid,
    });
    const items = `${data.fqn}.security_policy_collection[0].items`;
    return zonePolicies.map(
      (name) => `\${{for p in ${items} : p.friendly_name => p.id}["${name}"]}`,
    );
  }
}
