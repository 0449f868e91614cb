import { scan } from "../../../jurisdiction";
import { mayNamePlace } from "../../../jurisdiction/scan/may-name-place";

describe("a text is looked into that has", () => {
  test.each([
    ["a hyphen before a digit", "eu-frankfurt-1"],
    ["a percent sign", "eu%2Dfrankfurt"],
    ["a backslash", "a\\b"],
    ["an ampersand", "a&b"],
    ["a letter beyond ASCII", "\u0435u"],
    ["the first character beyond ASCII", "a\u0080b"],
    ["a control character", "a\u0000b"],
    ["a vertical tab", "a\u000bb"],
    ["a form feed", "a\u000cb"],
    ["the last control character", "a\u001fb"],
    ["delete", "a\u007fb"],
    ["a dot before the end of a host", "oraclecloud.com"],
    ["a dot before the end of a host, within a text", "at oraclecloud.com, or"],
    ["a dot before the end of a host in upper case", "ORACLECLOUD.COM"],
    ["a dot before the end of a registry", "ocir.io/app"],
    ["a dot before the end of a sovereign host", "oraclecloud.eu"],
    ["a dot before a condition's region", "request.region in"],
    ["an OCID", "ocid1.x"],
    ["an OCID of two digits", "ocid12.x"],
    ["an OCID within a text, in upper case", "see OCID1.x"],
    ["an ARN", "arn:x"],
    ["an ARN within a text, in upper case", "see ARN:x"],
    ["a zone's id", "use1-az1"],
    ["a wavelength zone's id", "use1-wl1-bos-wlz1"],
    ["a zone's id in upper case", "USE1-AZ1"],
    ["a service CIDR label", "all-iad-services-in-oracle-services-network"],
    ["the CIDR label of a service", "oci-iad-objectstorage"],
    ["a Punycode label", "xn--kva"],
    ["the principal of file storage", "FssOc1Prod"],
    ["an upper-case letter in a run of base64", "dXMtZWFzdC0x"],
    ["only upper-case letters in a run of base64", "IEFGLVNPVVRILTE"],
    ["separators in a run of base64", "a/b+c_d-e/fG"],
  ])("%s", (_what, text) => {
    expect(mayNamePlace(text)).toBe(true);
  });
});

describe("a text is passed over that has only", () => {
  test.each([
    ["nothing", ""],
    ["words", "a long configuration of many words, e.g. this one"],
    ["a hyphen between words", "my-bucket"],
    ["a hyphen after a digit", "10-a"],
    ["a hyphen at its end", "bucket-"],
    ["tabs and line ends", "a\tb\r\nc"],
    ["ASCII's punctuation", " !\"#$'()*,/;<=>?@[]^_`{|}~"],
    ["a dot at its end", "The end."],
    ["a dot between words", "module.vpc.id"],
    ["a dot before a word that begins like the end of a host", "a.comet b.ion c.eurasia"],
    ["a dot before digits", "10.0.0.1"],
    ["a dot after what is not quite an OCID", "ocid.x ocidx1.y 1.ocid"],
    ["a dot after an OCID's letters and more", "ocid1x.a"],
    ["a digit and a dot far after an OCID's letters", "ocid1 v12.x"],
    ["a colon between words", "key: value"],
    ["a colon after what ends like an ARN", "rn:x"],
    ["a colon after nothing", ":x"],
    ["a colon after an ARN's letters and more", "arns:x arn,x:"],
    ["the letters of a zone without its digit", "blue-az-x a-wlz-b"],
    ["the letters of file storage without a digit", "fssocprod 1"],
    ["an upper-case letter in a short word", "Configurati"],
    ["an upper-case letter and short words", "The settings of this machine"],
    ["digits and no upper-case letter", "0123456789abcdef0123456789abcdef"],
  ])("%s", (_what, text) => {
    expect(mayNamePlace(text)).toBe(false);
  });
});

describe("what the scan would leave out does not hide a place", () => {
  test.each([
    ["a vertical tab", "us-east-\u000b1"],
    ["a form feed", "us-east-\u000c1"],
    ["a delete", "us-east-\u007f1"],
  ])("%s between a hyphen and its digit", (_what, text) => {
    expect(scan(text)).toMatchObject([{ proof: { region: { id: "us-east-1" } } }]);
  });

  test.each([
    ["a tab", "us-east-\t1"],
    ["a line end", "us-east-\n1"],
  ])("but %s parts what stands around it", (_what, text) => {
    expect(scan(text)).toEqual([]);
  });
});
