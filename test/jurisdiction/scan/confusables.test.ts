import { scan } from "../../../jurisdiction";
import { identity } from "../../../jurisdiction/scan/mapped-text";
import { normalize } from "../../../jurisdiction/scan/normalize";

const plain = (text: string) => normalize(identity(text)).text;

describe("letters of another script pass for Latin ones", () => {
  test.each([
    ["Cyrillic", "аьвԁеғցһіјкмпорԛгѕтцѵԝхуү", "abbdefghijkmnopqrstuvwxyy"],
    ["Cyrillic capitals", "АВСЕНІЈКМОРЅТХУ", "ABCEHIJKMOPSTXY"],
    ["Greek", "αβϲεϝιϳκηορτυνωχγ", "abcefijknoptuvwxy"],
    ["Greek capitals", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"],
    ["Armenian", "ժҽքցհյոօզսյ", "defghjnoquj"],
    ["small capitals", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz"],
    ["Latin with a stroke or a hook", "đƒħıłøŧ", "dfhilot"],
    ["Latin of phonetics", "ɑɡɩʐ", "agiz"],
  ])("%s", (_script, letters, latin) => {
    expect(plain(letters)).toBe(latin);
  });
});

describe("letters of another script that look like none stay", () => {
  test.each([
    ["Cyrillic", "бджзлфщэюя"],
    ["Greek", "δζθλξπφψΔΘΛΞΠΦΨ"],
    ["Armenian", "բգլկճշ"],
    ["Han and Kana", "東京リーション"],
  ])("%s", (_script, letters) => {
    expect(plain(letters)).toBe(letters);
  });
});

describe("a region id is found that is written with", () => {
  test.each([
    ["small capitals", "ᴇᴜ-ꜰʀᴀɴᴋꜰᴜʀᴛ-1", "eu-frankfurt-1"],
    ["Greek capitals", "ΕU-FRΑΝΚFURΤ-1", "eu-frankfurt-1"],
    ["Cyrillic capitals", "US-АSНВURN-1", "us-ashburn-1"],
    ["an f with a hook", "eu-ƒrankfurt-1", "eu-frankfurt-1"],
  ])("%s", (_what, text, id) => {
    expect(scan(text)).toMatchObject([
      { proof: { proves: "region", region: { id } }, disguised: "unicode" },
    ]);
  });

  test("but not one whose letters another script only resembles in sound", () => {
    expect(scan("еу-франкфурт-1")).toEqual([]);
  });
});
