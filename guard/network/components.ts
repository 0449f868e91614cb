/** Sets that grow together: which networks are joined, by whatever way. */
export class Components<T> {
  private readonly parents = new Map<T, T>();

  join(a: T, b: T): void {
    const rootA = this.rootOf(a);
    const rootB = this.rootOf(b);
    if (rootA !== rootB) {
      this.parents.set(rootA, rootB);
    }
  }

  rootOf(item: T): T {
    let root = item;
    for (let parent = this.parents.get(root); parent !== undefined; ) {
      root = parent;
      parent = this.parents.get(root);
    }
    // The next look-up is short.
    for (let at = item; at !== root; ) {
      const next = this.parents.get(at) ?? root;
      this.parents.set(at, root);
      at = next;
    }
    return root;
  }
}
