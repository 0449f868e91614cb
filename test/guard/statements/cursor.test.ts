import { Cursor, runParser } from "../../../guard/statements/cursor";
import { toSourceTexts } from "../../../guard/statements/source-text";
import { tokenize } from "../../../guard/statements/tokenize";

const source = (text: string) => {
  const [only] = toSourceTexts(text);
  return only ?? { text: "", holes: new Map() };
};
const cursorOn = (text: string) => new Cursor(tokenize(source(text)));

describe("Cursor", () => {
  test("takes a keyword in any case, and no quoted one", () => {
    expect(cursorOn("WHERE").is("in", "where")).toBe(true);
    expect(cursorOn("'where'").is("where")).toBe(false);
    expect(cursorOn("elsewhere").is("where")).toBe(false);
  });

  test("takes a symbol, and no quoted one", () => {
    expect(cursorOn("{").isSymbol("{")).toBe(true);
    expect(cursorOn("'{'").isSymbol("{")).toBe(false);
    expect(cursorOn("(").isSymbol("{")).toBe(false);
  });

  test("stays where what it is asked to accept is not there", () => {
    const cursor = cursorOn("to manage");
    expect(cursor.accept("in")).toBe(false);
    expect(cursor.accept("to")).toBe(true);
    expect(cursor.token.text).toBe("manage");
  });

  test("stays at the end however far it goes", () => {
    const cursor = cursorOn("one");
    expect([cursor.peek(1).kind, cursor.peek(5).kind]).toEqual(["end", "end"]);
    cursor.next();
    cursor.next();
    expect(cursor.next().kind).toBe("end");
  });

  test("takes a bare and a quoted name", () => {
    const cursor = cursorOn("'a b' c");
    expect([cursor.name("a name").text, cursor.name("a name").text]).toEqual(["a b", "c"]);
  });
});

describe("runParser", () => {
  test.each([
    ["b", 'expected "a", but it says "b"', 0],
    ["", 'expected "a", but the statement ends', 0],
    ["  'a'", 'expected "a", but it says "a"', 2],
    ["a b", 'expected the end of the statement, but it says "b"', 2],
    ["a 'b", "the quote ' is not closed", 2],
    ["a /b", "the pattern / is not closed", 2],
  ])("says what is wrong with %j", (text, message, at) => {
    expect(runParser(source(text), (cursor) => cursor.expect("a").text)).toEqual({
      ok: false,
      problem: { message, at },
    });
  });

  test("says every text that it expects", () => {
    expect(runParser(source("c"), (cursor) => cursor.expect("a", "b"))).toMatchObject({
      problem: { message: 'expected "a" or "b", but it says "c"' },
    });
  });

  test("says which name it expects", () => {
    expect(runParser(source("{"), (cursor) => cursor.name("a colour"))).toMatchObject({
      problem: { message: 'expected a colour, but it says "{"' },
    });
  });

  test("gives what the parser returns", () => {
    expect(runParser(source("A"), (cursor) => cursor.expect("a").text)).toEqual({
      ok: true,
      value: "A",
    });
  });

  test("hides no fault that is not one of syntax", () => {
    const broken = () => {
      throw new RangeError("a fault of the parser");
    };
    expect(() => runParser(source("a"), broken)).toThrow(new RangeError("a fault of the parser"));
  });
});
