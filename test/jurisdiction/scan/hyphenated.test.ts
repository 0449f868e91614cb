import { describeFinds } from "./finds";

describeFinds("service CIDR labels", [
  ["oci-iad-objectstorage", ["service-cidr-label oci-iad-objectstorage = us-ashburn-1"]],
  [
    "all-iad-services-in-oracle-services-network",
    ["service-cidr-label all-iad-services-in-oracle-services-network = us-ashburn-1"],
  ],
  [
    "x all-fra-services-in-oracle-services-network.",
    ["service-cidr-label all-fra-services-in-oracle-services-network = eu-frankfurt-1"],
  ],
  ["oci-phx-objectstorage;", ["service-cidr-label oci-phx-objectstorage = us-phoenix-1"]],
  ["oci-xyz-objectstorage", ["service-cidr-label oci-xyz-objectstorage = unknown xyz"]],
  ["my-oci-iad-objectstorage", []],
  ["oci-tools-eu-frankfurt-1", ["region-id eu-frankfurt-1 = eu-frankfurt-1"]],
  ["all-eu-frankfurt-1", ["region-id eu-frankfurt-1 = eu-frankfurt-1"]],
]);

describeFinds("region ids", [
  ["us-ashburn-1", ["region-id us-ashburn-1 = us-ashburn-1"]],
  [
    "us-ashburn-1-eu-paris-1",
    ["region-id us-ashburn-1 = us-ashburn-1", "region-id eu-paris-1 = eu-paris-1"],
  ],
  ["my-us-east-1-logs", ["region-id us-east-1 = us-east-1"]],
  ["us-east-1-api-1", ["region-id us-east-1 = us-east-1"]],
  ["us-east-12", ["region-id us-east-12 = unknown us-east-12"]],
  ["us-east-12a", ["region-id us-east-12a = unknown us-east-12a"]],
  ["us-east-1ab", []],
  ["us-gov-west-1", ["region-id us-gov-west-1 = us-gov-west-1"]],
  ["us-gov-ashburn-1", ["region-id us-gov-ashburn-1 = us-gov-ashburn-1"]],
]);

describeFinds("availability domains", [
  ["eu-frankfurt-1-ad-1", ["availability-domain eu-frankfurt-1-ad-1 = eu-frankfurt-1"]],
  ["xx:eu-frankfurt-1-ad-2", ["availability-domain eu-frankfurt-1-ad-2 = eu-frankfurt-1"]],
  ["us-ashburn-ad-1", ["availability-domain us-ashburn-ad-1 = us-ashburn-1"]],
  ["uocm:us-ashburn-ad-1", ["availability-domain us-ashburn-ad-1 = us-ashburn-1"]],
  ["uocm:phx-ad-1", ["availability-domain phx-ad-1 = us-phoenix-1"]],
  ["phx-ad-1", ["availability-domain phx-ad-1 = us-phoenix-1"]],
  ["web-ad-1", []],
  ["sin-ad-x", []],
  ["phx-ad-12", []],
  ["phx-ad1", []],
  ["phx-ad", []],
  ["phx-xx-1", []],
  ["us-ashburn-ad-12", []],
  ["us-ashburn-ad-x", []],
  ["us-ashburn-xx-1", ["region-id us-ashburn-xx-1 = unknown us-ashburn-xx-1"]],
]);

describeFinds("availability domains that no table holds", [
  ["uocm:us-nowhere-1-ad-1", ["availability-domain uocm:us-nowhere-1-ad-1 = unknown us-nowhere-1"]],
  [
    "x uocm:us-nowhere-1-ad-1 y",
    ["availability-domain uocm:us-nowhere-1-ad-1 = unknown us-nowhere-1"],
  ],
  ["us-nowhere-1-ad-1", ["availability-domain us-nowhere-1-ad-1 = unknown us-nowhere-1"]],
  [";us-nowhere-1-ad-1", ["availability-domain us-nowhere-1-ad-1 = unknown us-nowhere-1"]],
  [":us-nowhere-1-ad-1", []],
  ["a.b:us-nowhere-1-ad-1", []],
  [
    "abcdefghijklmnop:us-nowhere-1-ad-1",
    ["availability-domain abcdefghijklmnop:us-nowhere-1-ad-1 = unknown us-nowhere-1"],
  ],
  [
    "abcdefghijklmnopqrst:us-nowhere-1-ad-1",
    ["availability-domain efghijklmnopqrst:us-nowhere-1-ad-1 = unknown us-nowhere-1"],
  ],
]);

describeFinds("zones of Amazon's", [
  ["us-east-1a", ["availability-zone us-east-1a = us-east-1"]],
  ["my-us-east-1a-subnet", ["availability-zone us-east-1a = us-east-1"]],
  ["us-east-1-bos-1a", ["availability-zone us-east-1-bos-1a = us-east-1"]],
  ["my-us-east-1-bos-1a", ["availability-zone us-east-1-bos-1a = us-east-1"]],
  ["us-east-1-bos-1a-x", ["availability-zone us-east-1-bos-1a = us-east-1"]],
  ["us-east-1-bos-1", ["availability-zone us-east-1-bos-1 = us-east-1"]],
  ["us-east-1-bos-1-x", ["availability-zone us-east-1-bos-1 = us-east-1"]],
  ["us-east-1-api-1a", ["availability-zone us-east-1-api-1a = unknown us-east-1-api-1a"]],
  ["us-east-1-api-1a-x", ["region-id us-east-1 = us-east-1"]],
  ["us-east-1-bue-1a", ["availability-zone us-east-1-bue-1a = unknown us-east-1-bue-1a"]],
  ["us-east-1-bue-1", ["availability-zone us-east-1-bue-1 = unknown us-east-1-bue-1"]],
  ["us-east-1-wl1-bos-wlz-1", ["availability-zone us-east-1-wl1-bos-wlz-1 = us-east-1"]],
  ["us-east-1-wl1-bos1", ["availability-zone us-east-1-wl1-bos1 = us-east-1"]],
  ["us-east-1-bos-wlz-1a", ["availability-zone us-east-1-bos-wlz-1a = us-east-1"]],
  ["us-east-1-wl1", ["availability-zone us-east-1-wl1 = unknown us-east-1-wl1"]],
  ["us-east-1-wl1-x", ["region-id us-east-1 = us-east-1"]],
  ["us-ashburn-1-bos-1a", ["region-id us-ashburn-1 = us-ashburn-1"]],
  ["use1-az1", ["availability-zone use1-az1 = us-east-1"]],
  ["use1-az12", ["availability-zone use1-az12 = us-east-1"]],
  ["my-use1-az1", ["availability-zone use1-az1 = us-east-1"]],
  ["use1-az1-x", ["availability-zone use1-az1 = us-east-1"]],
  ["use1-bos1-az1", ["availability-zone use1-bos1-az1 = us-east-1"]],
  ["use1-wl1-bos-wlz1", ["availability-zone use1-wl1-bos-wlz1 = us-east-1"]],
  ["use1-bos-wlz1", []],
  ["use1-wl1-bos-wlz1.x", ["availability-zone use1-wl1-bos-wlz1 = us-east-1"]],
  ["euc1-az1", ["availability-zone euc1-az1 = eu-central-1"]],
  ["use1-x", []],
  ["use1", []],
]);

describeFinds("zones that no table holds", [
  ["eun9-az1", ["availability-zone eun9-az1 = unknown eun9-az1"]],
  ["eunnn9-az1", ["availability-zone eunnn9-az1 = unknown eunnn9-az1"]],
  ["eunnnnn9-az1", []],
  ["eu19-az1", []],
  ["eunx-az1", []],
  ["eun9-azx", []],
  ["eun9-az1x", []],
  ["xeun9-az1", []],
  ["zz9-az1", []],
]);

describeFinds("service principals", [
  ["objectstorage-us-ashburn-1", ["service-principal objectstorage-us-ashburn-1 = us-ashburn-1"]],
  ["objectstorage-us-ashburn-1-x", ["service-principal objectstorage-us-ashburn-1 = us-ashburn-1"]],
  ["x-objectstorage-us-ashburn-1", ["region-id us-ashburn-1 = us-ashburn-1"]],
  ["objectstorage-us-east-1", ["service-principal objectstorage-us-east-1 = unknown us-east-1"]],
  ["objectstore-us-ashburn-1", ["region-id us-ashburn-1 = us-ashburn-1"]],
]);

describeFinds("regions that no table holds", [
  ["us-nowhere-9", ["region-id us-nowhere-9 = unknown us-nowhere-9"]],
  ["a us-nowhere-9;", ["region-id us-nowhere-9 = unknown us-nowhere-9"]],
  ["(us-nowhere-9)", ["region-id us-nowhere-9 = unknown us-nowhere-9"]],
  ["us-nowhere-99", ["region-id us-nowhere-99 = unknown us-nowhere-99"]],
  ["us-nowhere-9a", ["region-id us-nowhere-9a = unknown us-nowhere-9a"]],
  ["us-nowhere-9-bos-1", ["region-id us-nowhere-9-bos-1 = unknown us-nowhere-9-bos-1"]],
  ["us-nowhere-9-bos-11a", ["region-id us-nowhere-9-bos-11a = unknown us-nowhere-9-bos-11a"]],
  [
    "us-nowhere-9-wl1-bos-wlz-1",
    ["region-id us-nowhere-9-wl1-bos-wlz-1 = unknown us-nowhere-9-wl1-bos-wlz-1"],
  ],
  ["us-nowhere-9-bos-wlz-1", ["region-id us-nowhere-9-bos-wlz-1 = unknown us-nowhere-9-bos-wlz-1"]],
  ["us-aa-bb-cc-9", ["region-id us-aa-bb-cc-9 = unknown us-aa-bb-cc-9"]],
  ["us-aaaaaaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbbbbbb-ccccccccccccccccc-99", []],
  ["us-aaaaaaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbbbbbb-cccccccccccccccccc-99", []],
]);

describeFinds("names that are no region's", [
  ["us-nowhere-999", []],
  ["us-nowhere-9ab", []],
  ["us-nowhere-9-wlx-bos-wlz-1", []],
  ["us-nowhere-9-boss-1", []],
  ["us-nowhere-9-b1s-1", []],
  ["us-nowhere-9-bos-x", []],
  ["us-nowhere-9-bos-111", []],
  ["us-nowhere-9-bos-1aa", []],
  ["zz-nowhere-9", []],
  ["xus-nowhere-9", []],
  ["a/us-nowhere-9", []],
  ["us-nowhere-9/", []],
  ["us-nowhere-9.", []],
  ["us-a-b-c-9", []],
  ["us-aa-bb-cc-dd-9", []],
  ["us-aaaaaaaaaaaaaaaaaaaaa-9", []],
]);
