/** How OCI makes the content of a secret, as the provider's block. */
export interface SecretGeneration {
  readonly generationType: "PASSPHRASE" | "SSH_KEY" | "BYTES";
  readonly generationTemplate: string;
  readonly passphraseLength?: number;
  readonly secretTemplate?: string;
}

export interface PassphraseProps {
  /**
   * Characters: at least 15.
   *
   * Source of the least: NIST SP 800-63B-4, passwords that are the only factor.
   * @default what OCI's template makes
   */
  readonly length?: number;
  /**
   * What is stored, with `%GENERATED_PASSPHRASE%` where the passphrase goes.
   * @default the passphrase alone
   */
  readonly template?: string;
}

/**
 * What kind of content OCI makes for a secret, so that none stands in code, plan or state.
 *
 * Source: OCI API, PassphraseGenerationContext, SshKeyGenerationContext and BytesGenerationContext.
 */
export abstract class Generate {
  /** A passphrase. */
  static passphrase(props: PassphraseProps = {}): SecretGeneration {
    return {
      generationType: "PASSPHRASE",
      generationTemplate: "SECRETS_DEFAULT_PASSWORD",
      ...(props.length === undefined ? {} : { passphraseLength: props.length }),
      ...(props.template === undefined ? {} : { secretTemplate: props.template }),
    };
  }

  /** A password that Oracle's databases accept for their administrator. */
  static databasePassword(): SecretGeneration {
    return { generationType: "PASSPHRASE", generationTemplate: "DBAAS_DEFAULT_PASSWORD" };
  }

  /** An RSA key pair for SSH, in PEM. @param bits of the modulus */
  static sshKey(bits: 3072 | 4096 = 4096): SecretGeneration {
    return { generationType: "SSH_KEY", generationTemplate: `RSA_${bits}` };
  }

  /** Random bytes, in base64. @param count how many */
  static bytes(count: 512 | 1024 = 512): SecretGeneration {
    return { generationType: "BYTES", generationTemplate: `BYTES_${count}` };
  }
}
