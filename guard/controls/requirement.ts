/** A document that states requirements. */
export interface Framework {
  /** Short and stable: `nist-sp-800-53-r5`. */
  readonly id: string;
  readonly title: string;
  /** Where the document stands. */
  readonly url: string;
}

/** One requirement of a framework. */
export interface Requirement {
  /** Id of its framework. */
  readonly framework: string;
  /** Section or control number, as the framework writes it: `SC-7(5)`, `§ 202.1001`. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /**
   * ISO 3166-1 alpha-2 code of the one country whose regions serve it: what is proven against another
   * jurisdiction is no evidence for it.
   * @default any jurisdiction
   */
  readonly country?: string;
}

/** How a rule serves a requirement: it is evidence for it, and never all of it. */
export interface Mapping {
  /** Id of the rule. */
  readonly rule: string;
  readonly requirement: Requirement;
  /** What the rule shows of it, as one sentence. */
  readonly serves: string;
}
