import { DIFF_REPORTERS } from "../../../../guard";
import { WHOLE } from "./whole";

const report = (format: string) =>
  DIFF_REPORTERS.find(({ id }) => id === format)?.load()(WHOLE) ?? "";

test("the diff as workflow commands says what is worse, allowed, waived and moved, and the verdict", () => {
  expect(report("github").trimEnd().split("\n")).toEqual([
    "::error file=stacks/data.ts,line=31,title=Worse%3A OUTSIDE%3A resource-inside::data/bucket%0Abucket lies abroad.%0Aregion: eu-frankfurt-1%0Agot: eu-frankfurt-1%0Afix: Move bucket.%0Aat: data/cdk.tf.json#/resource/oci_x/bucket",
    "::error title=Worse%3A UNPROVEN%3A resource-inside::oci_x.bare%0Abare lies abroad.%0Aat: data/cdk.tf.json#/resource/oci_x/bare",
    "::error title=Worse%3A OUTSIDE%2C worse%3A resource-inside::data: oci_x.worse%0Aworse lies abroad.%0AIt was unproven before.%0Aregion: eu-frankfurt-1%0Agot: eu-frankfurt-1%0Afix: Move worse.%0Aat: data/cdk.tf.json#/resource/oci_x/worse",
    "::error title=Worse%3A OUTSIDE%2C worse%3A resource-inside::data: oci_x.unwaived%0Aunwaived lies abroad.%0Awas waived by: w1%0Aregion: eu-frankfurt-1%0Agot: eu-frankfurt-1%0Afix: Move unwaived.%0Aat: data/cdk.tf.json#/resource/oci_x/unwaived",
    "::error title=Worse%3A UNPROVEN%2C appeared::data: oci_x.doubtful%0Aregion: none%0Adoubtful says so.",
    "::error title=Worse%3A UNPROVEN%2C lost its proof::data: oci_x.loser%0Aregion: none%0Aloser says nothing.%0Abefore: loser says so.",
    "::error title=Worse%3A data subnet inside -> open::net: oci_core_subnet.a%0Aopened in, open: oci_x.gateway -> internet%0Ainternet is at the end.",
    "::notice title=Moved%3A moved::data/mover%0Afrom: us-ashburn-1%0Ato: us-phoenix-1%0Amover says so.",
    "::warning title=Allowed regions%3A the two sides were judged against different regions::US and Canada%0Abefore: US%0Anow allowed: ca-toronto-1, ca-montreal-1%0Ano longer allowed: us-west-1",
    "::warning title=Waivers%3A came::w-came%0Arule: resource-inside%0Asubject: data%0Areason: it is deleted soon%0Aowner: storage-team%0Aticket: RES-12%0Aends: 2026-04-01%0Acovers: outside resource-inside data: oci_x.covered",
    "::warning title=Waivers%3A covers more::w-covers-more%0Arule: resource-inside%0Asubject: data%0Areason: it is deleted soon%0Aowner: storage-team%0Aticket: RES-12%0Aends: 2026-04-01%0Acovers: outside resource-inside data: oci_x.covered",
    "::warning title=Waivers%3A renewed::w-renewed%0Arule: resource-inside%0Asubject: data%0Areason: it is deleted soon%0Aowner: storage-team%0Aticket: RES-12%0Aends: 2026-04-01%0Aended before: 2026-03-01%0Acovers: outside resource-inside data: oci_x.covered",
    "::warning title=Waivers%3A changed::w-changed%0Arule: resource-inside%0Asubject: data%0Areason: it is deleted soon%0Aowner: storage-team%0Aticket: RES-12%0Aends: 2026-04-01%0AIt covers no finding.",
    "::warning title=Waivers%3A ran out::w-ran-out%0Arule: resource-inside%0Asubject: data%0Areason: it is deleted soon%0Aowner: storage-team%0Aticket: RES-12%0Aends: 2026-03-01%0Acovered: outside resource-inside data: oci_x.covered",
    "::warning title=Waivers%3A removed::w-removed%0Arule: resource-inside%0Asubject: data%0Areason: it is deleted soon%0Aowner: storage-team%0Aticket: RES-12%0Aends: 2026-03-01%0AIt covered no finding.",
    "WORSE: 2 new findings, 2 worse findings, 1 block without proof, 1 lost proof, 1 subnet more open",
  ]);
});
