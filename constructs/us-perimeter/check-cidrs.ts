import type { IConstruct } from "constructs";
import { PropsError } from "../validation";
import { Ipv4Block, isPrivate } from "./ipv4";

/** Shortest prefix of an organisation's own block; anything wider holds hosts of many countries. */
const WIDEST = 8;

/** @throws PropsError for what is no IPv4 block, or is not written by its first address */
export function requireBlock(scope: IConstruct, prop: string, value: string): Ipv4Block {
  const block = Ipv4Block.parse(value);
  if (block === undefined) {
    throw new PropsError(scope, {
      prop,
      got: value,
      because: "it is no IPv4 block in CIDR notation",
      fix: "write one such as 10.0.0.0/16",
    });
  }
  if (block.toString() !== value) {
    throw new PropsError(scope, {
      prop,
      got: value,
      because: "its address is not the first one of the block",
      fix: `write ${block}`,
    });
  }
  return block;
}

/** @throws PropsError for a block of addresses that the internet routes */
export function requirePrivateBlock(scope: IConstruct, prop: string, value: string): Ipv4Block {
  const block = requireBlock(scope, prop, value);
  if (!isPrivate(block)) {
    throw new PropsError(scope, {
      prop,
      got: value,
      because: "the internet routes addresses of it",
      fix: "write a block of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10",
    });
  }
  return block;
}

/**
 * Checks the addresses that may come in.
 *
 * @throws PropsError for none, for more than `max`, for a block that is wider than any
 *   organisation's, and for two that overlap
 */
export function requireClients(
  scope: IConstruct,
  prop: string,
  values: readonly string[],
  max: number,
): void {
  if (values.length === 0 || values.length > max) {
    throw new PropsError(scope, {
      prop,
      got: values,
      because: `it must list 1 to ${max} blocks of addresses`,
      fix: "write the blocks that your people connect from",
    });
  }
  const blocks: Ipv4Block[] = [];
  for (const [index, value] of values.entries()) {
    const each = `${prop}[${index}]`;
    const block = requireBlock(scope, each, value);
    if (block.prefix < WIDEST) {
      throw new PropsError(scope, {
        prop: each,
        got: value,
        because: "it is wider than any organisation's block, and takes in hosts of many countries",
        fix: `write blocks of prefix ${WIDEST} or longer`,
      });
    }
    if (blocks.some((before) => before.overlaps(block))) {
      throw new PropsError(scope, {
        prop: each,
        got: value,
        because: "it overlaps a block that is listed before",
        fix: "list each address once",
      });
    }
    blocks.push(block);
  }
}
