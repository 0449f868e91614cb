import type { Block } from "../model/block";
import { notACustomersKey } from "../sovereignty/key-value";
import { isValue, readSetting, type Setting } from "../sovereignty/setting";
import type { Rule, RuleContext, Verdict } from "./rule";

export const stateEncrypted: Rule = {
  id: "state-encrypted",
  title: "Terraform state is encrypted with a key of the customer's, and sent over TLS.",
  kinds: ["backend"],
  concerns: (type) => type === "s3" || type === "oci" || type === "http",
  check(block: Block, context: RuleContext): Iterable<Verdict> {
    const at: Backend = {
      block,
      context,
      read: (path) => readSetting(block.body, path, block.pointer, { stack: context.stack, block }),
    };
    switch (block.type) {
      case "s3":
        return isOfOracle(at) ? checkOci(at) : checkS3(at);
      case "oci":
        return checkOci(at);
      default:
        return checkHttp(at);
    }
  },
};

interface Backend {
  readonly block: Block;
  readonly context: RuleContext;
  read(path: string): Setting;
}

/** Object Storage speaks the language of S3 and takes no key in it. */
function isOfOracle({ read }: Backend): boolean {
  return ["endpoints.s3", "endpoint"].some((path) => {
    const endpoint = read(path);
    return (
      endpoint.kind === "known" &&
      endpoint.texts.every((text) => /\.(?:oraclecloud|customer-oci)\.com(?:[:/]|$)/i.test(text))
    );
  });
}

/**
 * The backend sends a key only where `encrypt` is on; where `encrypt` is on and there is no key, it
 * asks for a key of S3's own, whatever the bucket's default is.
 */
function* checkS3({ block, context, read }: Backend): Iterable<Verdict> {
  const key = read("kms_key_id");
  const encrypt = read("encrypt");
  const why = notACustomersKey(key, context.stack, block);
  const isOn = encrypt.kind === "known" && encrypt.texts.every((text) => isValue(text, "true"));
  if (isOn && (why === undefined || read("sse_customer_key").kind !== "unset")) {
    return;
  }
  const wrong = why === undefined ? encrypt : key;
  yield {
    status: "unproven",
    path: wrong.pointer,
    value: wrong.kind === "unset" ? "" : wrong.written,
    message:
      why === undefined
        ? "The backend s3 ignores kms_key_id, for encrypt is not true: nothing proves that a key of the customer's encrypts the state."
        : `Nothing proves that a key of the customer's encrypts the state: kms_key_id of the backend s3 ${why}. Without one, AWS holds the key.`,
    fix: "Set encrypt to true and kms_key_id to the ARN of a key of your own, inside.",
  };
}

/** Without a key of its own the state takes the bucket's, which is made elsewhere. */
function* checkOci({ block, context, read }: Backend): Iterable<Verdict> {
  const key = read("kms_key_id");
  const why = notACustomersKey(key, context.stack, block);
  if (why === undefined || read("sse_customer_key").kind !== "unset") {
    return;
  }
  yield {
    status: "note",
    path: key.pointer,
    value: "",
    message: `kms_key_id of the backend ${block.type} ${why}: the bucket's own key encrypts the state, and the file does not say whether that is a customer's.`,
    fix: "",
  };
}

const ADDRESSES = ["address", "lock_address", "unlock_address"];

function* checkHttp({ read }: Backend): Iterable<Verdict> {
  for (const name of ADDRESSES) {
    const address = read(name);
    const clear = address.kind === "known" && address.texts.find((text) => /^\s*http:/i.test(text));
    if (clear !== undefined && clear !== false) {
      yield {
        status: "outside",
        path: address.pointer,
        value: clear,
        message: `${name} of the backend http sends the state in the clear, to be read by every network on its way.`,
        fix: "Use https, or the backend oci or s3.",
      };
    }
  }
  const skips = read("skip_cert_verification");
  if (skips.kind === "known" && skips.texts.some((text) => isValue(text, "true"))) {
    yield {
      status: "unproven",
      path: skips.pointer,
      value: skips.written,
      message: "The backend http does not check who it sends the state to.",
      fix: "Leave skip_cert_verification out.",
    };
  }
}
