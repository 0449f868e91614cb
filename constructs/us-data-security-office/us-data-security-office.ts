import { IdentityDomain } from "@cdktf/provider-oci/lib/identity-domain";
import { IdentityDomainsGroup } from "@cdktf/provider-oci/lib/identity-domains-group";
import { IdentityNetworkSource } from "@cdktf/provider-oci/lib/identity-network-source";
import { IdentityPolicy } from "@cdktf/provider-oci/lib/identity-policy";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { Region } from "../../jurisdiction";
import { GuardedStack } from "../guarded-stack";
import { requireOciInside } from "../validation";
import { breakGlassWindow, checkOfficeProps, officeRegions } from "./check-props";
import { checkSources } from "./check-sources";
import { DEFAULT_DATA_TYPES, type UsDataSecurityOfficeProps } from "./office-props";
import {
  type ControlContext,
  DelegationControl,
  OperatorControl,
  PrivilegedApiControl,
} from "./provider-access";
import type {
  DelegationControlProps,
  OperatorControlProps,
  PrivilegedApiControlProps,
} from "./provider-access-props";
import {
  auditorStatements,
  breakGlassStatements,
  dataCustodianStatements,
  type Fence,
  keyCustodianStatements,
} from "./statements";

/** OCIDs of the office's groups, or tokens. */
export interface OfficeGroupIds {
  readonly dataCustodians: string;
  readonly keyCustodians: string;
  readonly auditors: string;
  readonly breakGlass: string;
}

/** Source: RFC 7643, section 8.7.1, and the provider's examples. */
const GROUP_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Group";

/**
 * The people who alone manage the data: an identity domain that stays in one region inside, three
 * groups whose duties do not overlap, and policies that hold in the named regions, from the named
 * addresses and nowhere else.
 *
 * Terraform makes the groups and not their members: whoever runs the office adds and removes people
 * in the domain.
 */
export class UsDataSecurityOffice extends Construct {
  readonly groupIds: OfficeGroupIds;
  /** Regions in which the custodians may act. */
  readonly regions: readonly Region[];
  /** Name that a policy compares `request.networkSource.name` with. */
  readonly networkSourceName: string;
  /** The Terraform resource, for what Onshore has no prop for. */
  readonly domain: IdentityDomain;
  readonly networkSource: IdentityNetworkSource;

  private readonly props: UsDataSecurityOfficeProps;
  private readonly home: TerraformProvider;
  private readonly tenancyOcid: string;

  /**
   * @throws PropsError when a region, a VCN or a source range is open or lies outside, when duties
   *   would overlap, and when the break-glass window is too long
   */
  constructor(scope: Construct, id: string, props: UsDataSecurityOfficeProps) {
    super(scope, id);
    const stack = GuardedStack.guarding(this);
    this.props = props;
    this.tenancyOcid = stack.tenancyOcid;
    checkOfficeProps(this, props);
    checkSources(this, props, stack.jurisdiction);
    const window = breakGlassWindow(this, props);
    this.regions = officeRegions(this, props, stack);
    const domainRegion = requireOciInside(
      this,
      "domainRegion",
      props.domainRegion ?? stack.homeRegion,
      stack.jurisdiction,
    );
    this.home = stack.providerFor(stack.homeRegion);
    this.networkSourceName = `${props.name}-people`;

    this.domain = this.addDomain(domainRegion);
    const dataCustodians = this.addGroup("data-custodians", "Manage the data, and no key");
    const keyCustodians = this.addGroup("key-custodians", "Manage vaults and keys, and no data");
    const auditors = this.addGroup("auditors", "See what there is and what was done, and no data");
    const breakGlass = this.addGroup("break-glass", "Act in an emergency, while a window is open");
    this.groupIds = {
      dataCustodians: dataCustodians.ocid,
      keyCustodians: keyCustodians.ocid,
      auditors: auditors.ocid,
      breakGlass: breakGlass.ocid,
    };
    this.networkSource = this.addNetworkSource();
    this.addDuties();
    if (window !== undefined) {
      this.addPolicy(
        "break-glass",
        `Until ${window.until}: ${window.reason}`,
        breakGlassStatements(
          this.groupIds.breakGlass,
          [props.dataCompartmentId, props.keysCompartmentId],
          window,
          this.fence,
        ),
      );
    }
  }

  /**
   * Puts Oracle's operators under approval, on Exadata Cloud@Customer, dedicated Autonomous Database
   * or Compute Cloud@Customer.
   *
   * @throws PropsError where the region lies outside, or where no resource is named
   */
  addOperatorControl(id: string, props: OperatorControlProps): OperatorControl {
    return new OperatorControl(this, id, props, this.contextOf(id));
  }

  /**
   * Puts a service provider under approval, on VM clusters of Exadata.
   *
   * @throws PropsError where the region lies outside, or where OCI asks for a vault and none is given
   */
  addDelegationControl(id: string, props: DelegationControlProps): DelegationControl {
    return new DelegationControl(this, id, props, this.contextOf(id));
  }

  /**
   * Lets operations of the control plane wait for approval.
   *
   * @throws PropsError where the region lies outside, or where no operation or resource is named
   */
  addPrivilegedApiControl(id: string, props: PrivilegedApiControlProps): PrivilegedApiControl {
    return new PrivilegedApiControl(this, id, props, this.contextOf(id));
  }

  private get fence(): Fence {
    return { regions: this.regions, networkSource: this.networkSourceName };
  }

  private get tags(): { readonly freeformTags?: Record<string, string> } {
    const { freeformTags } = this.props;
    return freeformTags === undefined ? {} : { freeformTags: { ...freeformTags } };
  }

  private contextOf(id: string): ControlContext {
    return {
      displayName: `${this.props.name}-${id}`,
      compartmentId: this.props.dataCompartmentId,
      approverGroupIds: [this.groupIds.dataCustodians],
      freeformTags: this.props.freeformTags,
    };
  }

  private addDomain(region: Region): IdentityDomain {
    const { props } = this;
    return new IdentityDomain(this, "domain", {
      provider: this.home,
      compartmentId: props.compartmentId,
      displayName: props.name,
      description: "People who manage the data; kept in one region and replicated nowhere",
      homeRegion: region.id,
      licenseType: props.domainLicenseType ?? "free",
      ...(props.administratorEmail === undefined
        ? {}
        : {
            adminEmail: props.administratorEmail,
            adminFirstName: props.administratorFirstName ?? "",
            adminLastName: props.administratorLastName ?? "",
            adminUserName: props.administratorUserName ?? "",
          }),
      ...this.tags,
      lifecycle: { preventDestroy: this.props.deletionProtection ?? true },
    });
  }

  private addGroup(name: string, description: string): IdentityDomainsGroup {
    return new IdentityDomainsGroup(this, name, {
      provider: this.home,
      idcsEndpoint: this.domain.url,
      displayName: `${this.props.name}-${name}`,
      schemas: [GROUP_SCHEMA],
      urnietfparamsscimschemasoracleidcsextensiongroupGroup: { description },
      lifecycle: {
        preventDestroy: this.props.deletionProtection ?? true,
        // The domain adds schemas of its own; people come and go without Terraform.
        ignoreChanges: ["schemas", "members"],
      },
    });
  }

  private addNetworkSource(): IdentityNetworkSource {
    const { publicSourceRanges = [], vcnSources = [] } = this.props;
    return new IdentityNetworkSource(this, "network-source", {
      provider: this.home,
      // OCI takes network sources in the tenancy only.
      compartmentId: this.tenancyOcid,
      name: this.networkSourceName,
      description: "Addresses from which the data may be managed",
      ...(publicSourceRanges.length === 0 ? {} : { publicSourceList: [...publicSourceRanges] }),
      ...(vcnSources.length === 0
        ? {}
        : {
            virtualSourceList: vcnSources.map(({ vcnId, ipRanges }) => ({
              vcnId,
              ipRanges: [...ipRanges],
            })),
          }),
      ...this.tags,
    });
  }

  private addDuties(): void {
    const { dataCompartmentId, keysCompartmentId, dataResourceTypes } = this.props;
    this.addPolicy(
      "data-custodians",
      "Manage the data, and no key",
      dataCustodianStatements(
        this.groupIds.dataCustodians,
        dataCompartmentId,
        keysCompartmentId,
        dataResourceTypes ?? DEFAULT_DATA_TYPES,
        this.fence,
      ),
    );
    this.addPolicy(
      "key-custodians",
      "Manage vaults and keys, and no data",
      keyCustodianStatements(this.groupIds.keyCustodians, keysCompartmentId, this.fence),
    );
    this.addPolicy(
      "auditors",
      "See what there is and what was done, and no data",
      auditorStatements(this.groupIds.auditors, this.fence),
    );
  }

  /** In the tenancy, where no administrator of a compartment can change it. */
  private addPolicy(name: string, description: string, statements: readonly string[]): void {
    new IdentityPolicy(this, `policy-${name}`, {
      provider: this.home,
      compartmentId: this.tenancyOcid,
      name: `${this.props.name}-${name}`,
      description,
      statements: [...statements],
      ...this.tags,
      // A condition on a network source that does not exist yet never holds.
      dependsOn: [this.networkSource],
    });
  }
}
