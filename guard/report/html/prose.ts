import { type Html, html, shortenedSentence } from "./escape";

/** A run of characters that names are made of; a sentence's full stop at its end is none of it. */
const WORD = /[\w$][\w$.[\]"*-]*[\w\]]/g;

/** A region's id, which must not be broken at its hyphens. */
const REGION = /^[a-z]{2,}(?:-[a-z]+)+-\d+$/;

/** What no word of English is: a Terraform name or address. */
const NAME = /_|^(?:var|local|module|provider|data|each)\./;

/** A sentence with the names of regions, resources and arguments in it set as names. */
export function prose(sentence: string): Html {
  const text = shortenedSentence(sentence);
  const parts: (Html | string)[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const isRegion = REGION.test(word);
    if (isRegion || NAME.test(word)) {
      parts.push(
        text.slice(end, index),
        isRegion ? html`<span class="region-id">${word}</span>` : html`<code>${word}</code>`,
      );
      end = index + word.length;
    }
  }
  return html`${[...parts, text.slice(end)]}`;
}
