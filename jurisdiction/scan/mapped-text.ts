/** Text that was rewritten from a source, with the way back to the source's offsets. */
export interface MappedText {
  readonly text: string;
  /** Source range of each code unit of `text`; undefined where `text` is the source itself. */
  readonly ranges: SourceRanges | undefined;
  /** The source. */
  readonly source: string;
}

/** One piece of the source may have become several code units, all with the range of the piece. */
interface SourceRanges {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

export function identity(source: string): MappedText {
  return { text: source, ranges: undefined, source };
}

/** Offset in the source where the code unit at `index` comes from; the source's length past the end. */
export function sourceStart({ ranges, source }: MappedText, index: number): number {
  return ranges === undefined ? index : (ranges.starts[index] ?? source.length);
}

function sourceEnd({ ranges, source }: MappedText, index: number): number {
  return ranges === undefined ? index + 1 : (ranges.ends[index] ?? source.length);
}

/** The part of the source that `[start, end)`, which is not empty, was made from. */
export function written(mapped: MappedText, start: number, end: number): string {
  return mapped.source.slice(sourceStart(mapped, start), sourceEnd(mapped, end - 1));
}

/** Builds rewritten text piece by piece; keeps the way back to the first source. */
export class Rewriter {
  private readonly pieces: string[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  constructor(private readonly from: MappedText) {}

  /** Copies `[start, end)` unchanged. */
  copy(start: number, end: number): void {
    this.pieces.push(this.from.text.slice(start, end));
    for (let i = start; i < end; i++) {
      this.starts.push(sourceStart(this.from, i));
      this.ends.push(sourceEnd(this.from, i));
    }
  }

  /** Puts `text` in the place of `[start, end)`. */
  put(text: string, start: number, end: number): void {
    this.pieces.push(text);
    const from = sourceStart(this.from, start);
    const to = sourceEnd(this.from, end - 1);
    for (let i = 0; i < text.length; i++) {
      this.starts.push(from);
      this.ends.push(to);
    }
  }

  done(): MappedText {
    const { starts, ends } = this;
    return { text: this.pieces.join(""), ranges: { starts, ends }, source: this.from.source };
  }
}
