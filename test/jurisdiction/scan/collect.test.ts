import { describeFinds } from "./finds";

describeFinds("OCIDs", [
  ["ocid1.vcn.oc1.iad.aaa", ["ocid ocid1.vcn.oc1.iad.aaa = us-ashburn-1"]],
  ["-ocid1.vcn.oc1.iad.aaa", ["ocid ocid1.vcn.oc1.iad.aaa = us-ashburn-1"]],
  ["xocid1.vcn.oc1.fra.aaa", []],
  ["ocid12.vcn.oc1.iad.aaa", ["ocid ocid12.vcn.oc1.iad.aaa = us-ashburn-1"]],
  ["ocid123.vcn.oc1.fra.aaa", []],
  ["ocid1.vcn.oc1.iad.${x}", ["ocid ocid1.vcn.oc1.iad.${x} = us-ashburn-1"]],
  ["ocid1.vcn.oc1.${var.r}.x", ["ocid ocid1.vcn.oc1.${var.r}.x = realm oc1"]],
  ["ocid1.vcn.oc1.fra.a${x}b tail", ["ocid ocid1.vcn.oc1.fra.a${x}b = eu-frankfurt-1"]],
]);

describeFinds("ARNs", [
  ["arn:aws:s3:eu-west-1:1:x", ["arn arn:aws:s3:eu-west-1:1:x = eu-west-1"]],
  ["xarn:aws:s3:eu-west-1:1:x", ["region-id eu-west-1 = eu-west-1"]],
  ["arn:aws:s3:::bucket", []],
  [
    "arn:aws:kms:us-east-1:111122223333:key/eu-west-1",
    [
      "arn arn:aws:kms:us-east-1:111122223333:key/eu-west-1 = us-east-1",
      "region-id eu-west-1 = eu-west-1",
    ],
  ],
  ["arn:aws:s3:eu-west-1:", ["region-id eu-west-1 = eu-west-1"]],
  ["arn:aws:s3:eu-west-1::a,b", ["arn arn:aws:s3:eu-west-1::a = eu-west-1"]],
  ['arn:aws:kms:eu-west-1:1:key/abc"x', ["arn arn:aws:kms:eu-west-1:1:key/abc = eu-west-1"]],
  [
    "arn:aws-us-gov:kms:us-gov-west-1:1:key/abc",
    ["arn arn:aws-us-gov:kms:us-gov-west-1:1:key/abc = us-gov-west-1"],
  ],
  ["arn:aws:kms", []],
]);

describeFinds("File Storage's principals", [
  ["fssoc1prod", ["service-principal fssoc1prod = realm oc1"]],
  ["a fssoc4prod b", ["service-principal fssoc4prod = realm oc4"]],
  ["xfssoc1prod", []],
  ["fssoc1prodx", []],
  ["fssoc1234prod", []],
]);

describeFinds("keys in conditions", [
  ["request.region = 'fra'", ["region-key fra = eu-frankfurt-1"]],
  ["request.region='iad'", ["region-key iad = us-ashburn-1"]],
  ["request.region   =   'fra'", ["region-key fra = eu-frankfurt-1"]],
  ['request.region != "fra"', ["region-key fra = eu-frankfurt-1"]],
  [
    "request.region in ('iad', 'fra')",
    ["region-key iad = us-ashburn-1", "region-key fra = eu-frankfurt-1"],
  ],
  ["request.region not in ('fra')", ["region-key fra = eu-frankfurt-1"]],
  ["request.region not  in ('fra')", ["region-key fra = eu-frankfurt-1"]],
  ["request.region in ({'fra'", ["region-key fra = eu-frankfurt-1"]],
  ["target.region.name = 'phx'", ["region-key phx = us-phoenix-1"]],
  [
    "any {request.region = 'iad', request.region = 'lhr'}",
    ["region-key iad = us-ashburn-1", "region-key lhr = uk-london-1"],
  ],
  ['request.region = \\"fra\\"', ["region-key fra = eu-frankfurt-1"]],
  ["request.region = 'xyz'", ["region-key xyz = unknown xyz"]],
  ["request.region = 'us-ashburn-1'", ["region-id us-ashburn-1 = us-ashburn-1"]],
  ["request.region = 'wxyz'", []],
  ["request.region = 'xy1'", []],
  ["request.region = '1xyz'", []],
  ["request.region = 'xyz1'", []],
  ["request.region = fra", []],
  ["request.region = 'fra\"", []],
  ["request.regions = 'fra'", []],
  ["xrequest.region = 'fra'", []],
  ["region = 'fra'", []],
]);

describeFinds("runs of letters", [
  ["é eu-frankfurt-1", ["region-id eu-frankfurt-1 = eu-frankfurt-1"]],
  ["eu-frankfurt-1", ["region-id eu-frankfurt-1 = eu-frankfurt-1"]],
  ["a_eu-frankfurt-1.x", ["region-id eu-frankfurt-1 = eu-frankfurt-1"]],
  ["a*eu-frankfurt-1*", ["region-id eu-frankfurt-1 = eu-frankfurt-1"]],
  ["zz-1", []],
  ["app-1", []],
  ["euw1-wlz1", []],
  ["-az1", []],
]);
