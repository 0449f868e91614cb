export { type Arn, parseArn } from "./arn";
export { type AvailabilityDomain, parseAvailabilityDomain } from "./availability-domain";
export { type AvailabilityZone, parseAvailabilityZone } from "./availability-zone";
export { type CloudHost, parseHost } from "./host";
export { type Ocid, parseOcid } from "./ocid";
export { parseRegistry, type RegistryImage } from "./registry";
export {
  type EndpointService,
  parseEndpointService,
  parseServiceCidrLabel,
  parseServicePrincipal,
  type ServiceCidrLabel,
  type ServicePrincipal,
} from "./service-name";
