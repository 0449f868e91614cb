import { prose } from "../../../../guard/report/html/prose";

const region = (id: string) => `<span class="region-id">${id}</span>`;
const code = (name: string) => `<code>${name}</code>`;

describe("a sentence", () => {
  test.each([
    ["without a name, as it is", "It lies well, in part.", "It lies well, in part."],
    ["with a region", "It lies in us-ashburn-1.", `It lies in ${region("us-ashburn-1")}.`],
    [
      "with a region of several words",
      "In us-gov-east-1, too",
      `In ${region("us-gov-east-1")}, too`,
    ],
    ["that is a region", "us-ashburn-1", region("us-ashburn-1")],
    ["with a word that only begins as a region does", "see us-ashburn-12x", "see us-ashburn-12x"],
    ["with a word that only ends as a region does", "see 1us-ashburn-1", "see 1us-ashburn-1"],
    ["with a word of one part and a number", "see utf-8 and x-y-1", "see utf-8 and x-y-1"],
    ["with an address at its end", "See oci_kms_key.k.", `See ${code("oci_kms_key.k")}.`],
    ["with an address of a counted block", 'x_y.a["b"] is', `${code("x_y.a[&quot;b&quot;]")} is`],
    ["with a variable", "var.region and my.var.x", `${code("var.region")} and my.var.x`],
    ["with a local value", "local.a", code("local.a")],
    ["with a module", "module.a", code("module.a")],
    ["with a provider", "provider.oci sets", `${code("provider.oci")} sets`],
    ["with a data source", "data.a", code("data.a")],
    ["with each", "each.value", code("each.value")],
    ["with the words alone", "the provider, module and data", "the provider, module and data"],
    ["with several names", "a_b, c_d", `${code("a_b")}, ${code("c_d")}`],
    ["with markup", "<b>a_b</b>", `&lt;b&gt;${code("a_b")}&lt;/b&gt;`],
  ])("%s: %s", (_what, sentence, shown) => {
    expect(prose(sentence).text).toBe(shown);
  });

  test("that is very long loses its middle", () => {
    expect(prose("a ".repeat(2001)).text).toContain("… 3482 characters left out …");
  });
});
