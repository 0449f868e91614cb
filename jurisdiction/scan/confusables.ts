/**
 * Letters that look like a Latin letter of a region id, by Latin letter. Taken letter by letter for
 * the scripts whose letters pass for Latin in common fonts.
 *
 * @see https://www.unicode.org/reports/tr39/#Confusable_Detection
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: "аαɑ",
  b: "ьЬβ",
  c: "сϲᴄ",
  d: "ԁժ",
  e: "еεҽє",
  g: "ɡցԍ",
  h: "һհнʜ",
  i: "іιıɩӏΙІ",
  j: "јϳյ",
  k: "кκᴋ",
  l: "ⅼłʟ",
  m: "мᴍ",
  n: "ոηпɴ",
  o: "оοօσøᴏ",
  p: "рρ",
  q: "ԛզ",
  r: "гᴦʀ",
  s: "ѕꜱ",
  t: "тτᴛ",
  u: "υսцᴜ",
  v: "νѵᴠ",
  w: "ԝωшᴡ",
  x: "хχ",
  y: "уγүყʏ",
  z: "ᴢʐ",
};

/** Look-alike letter to the Latin letter, lower case; upper case look-alikes included. */
export const CONFUSABLES: ReadonlyMap<string, string> = new Map(
  Object.entries(LOOK_ALIKES).flatMap(([latin, letters]) =>
    [...letters].flatMap((letter): [string, string][] => {
      const upper = letter.toUpperCase();
      return upper === letter || upper.length !== letter.length || upper < "\u0080"
        ? [[letter, latin]]
        : [
            [letter, latin],
            [upper, latin.toUpperCase()],
          ];
    }),
  ),
);
