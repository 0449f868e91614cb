import type { IConstruct } from "constructs";
import { type Region, scan } from "../../jurisdiction";
import { GuardedStack } from "../guarded-stack";
import { isToken, PropsError, requireOcidIn } from "../validation";

/** Tag of a subscription by mail, which holds what was declared. */
const DECLARED_MAILBOX = "mailbox-declared-inside";

export interface MailSubscriptionProps {
  readonly address: string;
  /**
   * Who runs the mailbox, and where: a message holds names and OCIDs of resources and of people, and no
   * configuration can tell where a mailbox is kept. It stands on the subscription as a tag.
   */
  readonly keptBy: string;
}

/**
 * Who is told. There is none for Slack, PagerDuty and SMS: what they are sent leaves for companies
 * that nobody can place.
 */
export class Subscription {
  /** A function in the topic's region. @param functionId OCID */
  static function(functionId: string): Subscription {
    return new Subscription("ORACLE_FUNCTIONS", functionId, {}, (scope, prop, region) => {
      requireOcidIn(scope, prop, functionId, ["fnfunc"], region);
    });
  }

  /** An HTTPS endpoint whose host names an allowed region: an API gateway's, an Autonomous Database's. */
  static https(url: string): Subscription {
    return new Subscription("CUSTOM_HTTPS", url, {}, (scope, prop) => checkUrl(scope, prop, url));
  }

  /** A mailbox that is declared to be kept inside. */
  static mail({ address, keptBy }: MailSubscriptionProps): Subscription {
    const tags = { [DECLARED_MAILBOX]: keptBy };
    return new Subscription("EMAIL", address, tags, (scope, prop) => {
      if (!/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(address)) {
        throw new PropsError(scope, {
          prop: `${prop}.address`,
          got: address,
          because: "it is no mail address",
          fix: "write it as name@example.com",
        });
      }
      if (keptBy.trim() === "") {
        throw new PropsError(scope, {
          prop: `${prop}.keptBy`,
          got: keptBy,
          because: "nothing else says where the mailbox is kept",
          fix: "write who runs it, and where",
        });
      }
    });
  }

  /** @internal */
  private constructor(
    readonly protocol: "ORACLE_FUNCTIONS" | "CUSTOM_HTTPS" | "EMAIL",
    readonly endpoint: string,
    readonly tags: Readonly<Record<string, string>>,
    /** Refuses an endpoint that is outside, with the prop it came by in the message. */
    readonly check: (scope: IConstruct, prop: string, region: Region) => void,
  ) {}
}

function checkUrl(scope: IConstruct, prop: string, url: string): void {
  if (isToken(url)) {
    return;
  }
  const { jurisdiction } = GuardedStack.guarding(scope);
  const refuse = (because: string) =>
    new PropsError(scope, {
      prop,
      got: url,
      because,
      fix: `give the URL of an endpoint in one of ${jurisdiction.regionsOf("oci").map(String).join(", ")}, which its host names`,
    });
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol !== "https:") {
    throw refuse("it is no https URL");
  }
  if (parsed.username !== "" || parsed.password !== "") {
    throw refuse("it holds credentials, which would stand in the code and in the state");
  }
  const proofs = scan(parsed.hostname)
    .filter(({ text }) => text === parsed.hostname)
    .map(({ proof }) => proof);
  if (!proofs.some((proof) => proof.proves === "region" && jurisdiction.allows(proof.region))) {
    throw refuse("its host names no allowed region, so that messages could go anywhere");
  }
}
