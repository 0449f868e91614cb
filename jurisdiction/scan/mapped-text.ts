/** Text that was rewritten from a source, with the way back to the source's offsets. */
export interface MappedText {
  readonly text: string;
  /** Source offset of each code unit of `text`; undefined where `text` is the source itself. */
  readonly at: readonly number[] | undefined;
  /** The source. */
  readonly source: string;
}

export function identity(source: string): MappedText {
  return { text: source, at: undefined, source };
}

/** Offset in the source of the code unit at `index`; the source's length past the end. */
export function sourceIndex({ at, source }: MappedText, index: number): number {
  return at === undefined ? index : (at[index] ?? source.length);
}

/** The part of the source that `[start, end)` was made from. */
export function written(mapped: MappedText, start: number, end: number): string {
  return mapped.source.slice(sourceIndex(mapped, start), sourceIndex(mapped, end));
}

/** Builds rewritten text piece by piece; keeps the way back to the first source. */
export class Rewriter {
  private readonly pieces: string[] = [];
  private readonly at: number[] = [];

  constructor(private readonly from: MappedText) {}

  /** Copies `[start, end)` unchanged. */
  copy(start: number, end: number): void {
    this.pieces.push(this.from.text.slice(start, end));
    for (let i = start; i < end; i++) {
      this.at.push(sourceIndex(this.from, i));
    }
  }

  /** Puts `text` in the place of what begins at `start`. */
  put(text: string, start: number): void {
    this.pieces.push(text);
    const index = sourceIndex(this.from, start);
    for (let i = 0; i < text.length; i++) {
      this.at.push(index);
    }
  }

  done(): MappedText {
    return { text: this.pieces.join(""), at: this.at, source: this.from.source };
  }
}
