import { TerraformBackend, TerraformRemoteState } from "cdktf";
import type { Construct } from "constructs";

/** Arguments of Terraform's `oci` backend that Onshore sets. */
export interface OciBackendProps {
  readonly bucket: string;
  readonly namespace: string;
  /** Region id. */
  readonly region: string;
  /** Name of the state object. */
  readonly key: string;
  /** OCID of the key that encrypts the object. @default none: the bucket's own key */
  readonly kmsKeyId?: string;
}

/**
 * Terraform's native backend for OCI Object Storage, which cdktf does not know: it is younger
 * (Terraform 1.12) than cdktf's list of backends.
 */
export class OciBackend extends TerraformBackend {
  private readonly backendProps: OciBackendProps;

  constructor(scope: Construct, props: OciBackendProps) {
    super(scope, "backend", "oci");
    this.backendProps = props;
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return toArguments(this.backendProps);
  }

  protected override synthesizeHclAttributes(): Record<string, unknown> {
    return toArguments(this.backendProps);
  }

  override getRemoteStateDataSource(
    scope: Construct,
    name: string,
    fromStack: string,
  ): TerraformRemoteState {
    return new OciRemoteState(scope, name, {
      ...this.backendProps,
      key: this.backendProps.key.replace(/[^/]*$/, `${fromStack}.tfstate`),
    });
  }
}

class OciRemoteState extends TerraformRemoteState {
  constructor(scope: Construct, id: string, props: OciBackendProps) {
    super(scope, id, "oci", toArguments(props));
  }
}

function toArguments(props: OciBackendProps): Record<string, unknown> {
  const { kmsKeyId, ...rest } = props;
  return kmsKeyId === undefined ? rest : { ...rest, kms_key_id: kmsKeyId };
}
