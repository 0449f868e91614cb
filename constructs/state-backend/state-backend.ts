import { LocalBackend, type TerraformStack } from "cdktf";
import { type Jurisdiction, parseArn, parseOcid, type Region } from "../../jurisdiction";
import { requireAwsInside, requireS3BucketName } from "../aws/validation";
import { PropsError, requireMatch, requireOciInside } from "../validation";
import { OciBackend } from "./oci-backend";
import { bindS3Backend } from "./s3-backend";

/** Where a stack keeps its Terraform state. */
export interface IStateBackend {
  /**
   * Adds the backend to `stack`.
   *
   * @throws PropsError when the state would be kept outside `jurisdiction`
   */
  bind(stack: TerraformStack, jurisdiction: Jurisdiction): void;
}

export interface OciStateProps {
  /**
   * Bucket that holds the state; made before the first deployment, versioned, not public. Letters,
   * digits, `_` and `-` only: Terraform refuses the period that Object Storage would allow.
   */
  readonly bucket: string;
  /** Object Storage namespace of the tenancy. */
  readonly namespace: string;
  /** Region of the bucket. Terraform would fall back to a profile's region; here it must be written. */
  readonly region: Region | string;
  /**
   * OCID of the customer-managed key that encrypts the state object.
   * @default the key of the bucket
   */
  readonly kmsKeyId?: string;
  /**
   * Folder in the bucket; the object is `<prefix>/<stack>.tfstate`.
   * @default "onshore"
   */
  readonly prefix?: string;
}

export interface S3StateProps {
  /** Bucket that holds the state; made before the first deployment, versioned, not public. */
  readonly bucket: string;
  /** AWS region of the bucket, which Terraform would take from the environment otherwise. */
  readonly region: Region | string;
  /**
   * ARN of the customer-managed key that encrypts the state object, in the bucket's region. Terraform
   * asks for S3's own key where none is named, whatever the bucket's default is.
   */
  readonly kmsKeyArn: string;
  /**
   * Folder in the bucket; the object is `<prefix>/<stack>.tfstate`.
   * @default "onshore"
   */
  readonly prefix?: string;
}

export interface LocalStateProps {
  /**
   * Folder of the state file, relative to the stack's working directory.
   * @default "../../.." — the project folder, where `cdktf.out` can be deleted without loss
   */
  readonly folder?: string;
}

/** Ready-made state backends. */
export abstract class StateBackend {
  /**
   * Terraform's native backend for OCI Object Storage; needs Terraform 1.12 or newer.
   *
   * State is data: it repeats every attribute, secrets included.
   */
  static oci(props: OciStateProps): IStateBackend {
    return {
      bind(stack, jurisdiction) {
        const region = requireOciInside(stack, "state.region", props.region, jurisdiction);
        requireMatch(
          stack,
          "state.bucket",
          props.bucket,
          /^[A-Za-z0-9_-]{1,256}$/,
          "Terraform's oci backend takes letters, digits, _ and - in a bucket name",
        );
        if (props.namespace === "") {
          throw new PropsError(stack, {
            prop: "state.namespace",
            got: "",
            because: "the Object Storage namespace is needed to find the bucket",
            fix: "write what `oci os ns get` prints",
          });
        }
        if (props.kmsKeyId !== undefined) {
          requireKeyInside(stack, props.kmsKeyId, jurisdiction);
        }
        new OciBackend(stack, {
          bucket: props.bucket,
          namespace: props.namespace,
          region: region.id,
          key: `${props.prefix ?? "onshore"}/${stack.node.id}.tfstate`,
          ...(props.kmsKeyId === undefined ? {} : { kmsKeyId: props.kmsKeyId }),
        });
        stack.addOverride("terraform.required_version", ">= 1.12.0");
      },
    };
  }

  /**
   * Terraform's backend for Amazon S3, encrypted and locked; needs Terraform 1.11 or newer.
   */
  static s3(props: S3StateProps): IStateBackend {
    return {
      bind(stack, jurisdiction) {
        const region = requireAwsInside(stack, "state.region", props.region, jurisdiction);
        requireS3BucketName(stack, "state.bucket", props.bucket);
        const { value: arn, proof } = parseArn(props.kmsKeyArn);
        if (arn?.service !== "kms" || proof.proves !== "region" || proof.region !== region) {
          throw new PropsError(stack, {
            prop: "state.kmsKeyArn",
            got: props.kmsKeyArn,
            because: `it is no ARN of a KMS key in ${region.id}, the region of the bucket`,
            fix: `write the key's ARN out, as arn:${region.realm.id}:kms:${region.id}:ACCOUNT:key/ID`,
          });
        }
        bindS3Backend(stack, {
          bucket: props.bucket,
          region: region.id,
          key: `${props.prefix ?? "onshore"}/${stack.node.id}.tfstate`,
          kmsKeyId: props.kmsKeyArn,
        });
      },
    };
  }

  /**
   * State in a file beside the project, for trying an estate out. Nobody can prove where that machine
   * stands, so the guard says so in a note; use {@link StateBackend.oci} for real data.
   */
  static local(props: LocalStateProps = {}): IStateBackend {
    return {
      bind(stack) {
        // Relative, because cdktf's own default writes the machine's absolute path into the plan.
        const folder = props.folder ?? "../../..";
        new LocalBackend(stack, { path: `${folder}/terraform.${stack.node.id}.tfstate` });
      },
    };
  }
}

function requireKeyInside(
  stack: TerraformStack,
  kmsKeyId: string,
  jurisdiction: Jurisdiction,
): void {
  const ocid = parseOcid(kmsKeyId);
  if (ocid.value?.type !== "key" || ocid.proof.proves !== "region") {
    throw new PropsError(stack, {
      prop: "state.kmsKeyId",
      got: kmsKeyId,
      because: "it is no OCID of a key with a region that is known",
      fix: "write the key's OCID out, as ocid1.key.oc1.<region>.…",
    });
  }
  requireOciInside(stack, "state.kmsKeyId", ocid.proof.region, jurisdiction);
}
