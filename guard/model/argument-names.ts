/**
 * The names of the arguments that a body sets, in their order. An estate repeats itself, so that
 * thousands of bodies share one, and a question about the names is answered once for all of them.
 */
export class ArgumentNames {
  private next: Map<string, ArgumentNames> | undefined;
  /** The last step from here: the next body mostly takes the same one. */
  private lastName: string | undefined;
  private afterName: ArgumentNames = this;

  private constructor(
    private readonly name: string,
    private readonly others: ArgumentNames | undefined,
  ) {}

  /** Those of a body that sets nothing; what is made from it is shared. */
  static none(): ArgumentNames {
    return new ArgumentNames("", undefined);
  }

  has(name: string): boolean {
    // A chain, which few names are long: a set for each would take the square of their memory.
    for (let last: ArgumentNames = this; last.others !== undefined; last = last.others) {
      if (last.name === name) {
        return true;
      }
    }
    return false;
  }

  with(name: string): ArgumentNames {
    if (name !== this.lastName) {
      this.next ??= new Map();
      let names = this.next.get(name);
      if (names === undefined) {
        names = new ArgumentNames(name, this);
        this.next.set(name, names);
      }
      this.lastName = name;
      this.afterName = names;
    }
    return this.afterName;
  }
}
