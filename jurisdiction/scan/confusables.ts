/**
 * Letters that look like a Latin letter of a region id, by Latin letter. Taken letter by letter for
 * the scripts whose letters pass for Latin in common fonts, and for Latin's own small capitals and
 * letters with a stroke, which no normalization resolves.
 *
 * @see https://www.unicode.org/reports/tr39/#Confusable_Detection
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: "аαɑᴀ",
  b: "ьβʙв",
  c: "сϲᴄ",
  d: "ԁժᴅđ",
  e: "еεҽєᴇ",
  f: "ƒքϝғꜰ",
  g: "ɡցԍɢ",
  h: "һհнʜħ",
  i: "іιıɩӏɪ",
  j: "јϳյᴊ",
  k: "кκᴋ",
  l: "ⅼłʟ",
  m: "мᴍ",
  n: "ոηпɴ",
  o: "оοօσøᴏ",
  p: "рρᴘ",
  q: "ԛզ",
  r: "гᴦʀ",
  s: "ѕꜱ",
  t: "тτᴛŧ",
  u: "υսцᴜ",
  v: "νѵᴠ",
  w: "ԝωшᴡ",
  x: "хχ",
  y: "уγүყʏ",
  z: "ᴢʐ",
  // Capitals that look like another letter than their own small letter does, or whose small letter
  // looks like none.
  H: "Η",
  M: "Μ",
  N: "Ν",
  Y: "Υ",
  Z: "Ζ",
};

/** Look-alike letter to the Latin letter, lower case; upper case look-alikes included. */
export const CONFUSABLES: ReadonlyMap<string, string> = new Map(
  Object.entries(LOOK_ALIKES).flatMap(([latin, letters]) =>
    [...letters].flatMap((letter): [string, string][] => {
      const upper = letter.toUpperCase();
      return upper === letter
        ? [[letter, latin]]
        : [
            [letter, latin],
            [upper, latin.toUpperCase()],
          ];
    }),
  ),
);
