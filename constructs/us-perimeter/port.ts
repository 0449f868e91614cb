/** A port, or a range of ports, of TCP or UDP. Immutable. */
export class Port {
  private constructor(
    readonly protocol: "tcp" | "udp",
    readonly min: number,
    readonly max: number,
  ) {}

  /** @throws RangeError for what is no port, and for a range whose end is before its start */
  static tcp(min: number, max = min): Port {
    return Port.of("tcp", min, max);
  }

  /** @throws RangeError for what is no port, and for a range whose end is before its start */
  static udp(min: number, max = min): Port {
    return Port.of("udp", min, max);
  }

  private static of(protocol: "tcp" | "udp", min: number, max: number): Port {
    for (const port of [min, max]) {
      if (!Number.isInteger(port) || port < 1 || port > 65_535) {
        throw new RangeError(`${port} is no ${protocol} port. Fix: write one from 1 to 65535.`);
      }
    }
    if (max < min) {
      throw new RangeError(`${protocol} ports ${min} to ${max} are none. Fix: swap the two.`);
    }
    return new Port(protocol, min, max);
  }

  /**
   * What a File Storage mount target takes: NFS, and the port mapper. Public configurations open the
   * same; the page of Oracle's, "Configuring VCN Security Rules for File Storage", was not confirmed.
   */
  static readonly FILE_STORAGE: readonly Port[] = [
    Port.tcp(111),
    Port.tcp(2048, 2050),
    Port.udp(111),
    Port.udp(2048),
  ];

  /**
   * What the private endpoint of an Autonomous Database takes from clients with mutual TLS; without
   * it, 1521. Source: OCI documentation, Database Tools, "Using Private Endpoints", for 1522.
   */
  static readonly AUTONOMOUS_DATABASE: Port = Port.tcp(1522);

  /** `1522`, or `2048-2050`. */
  get range(): string {
    return this.min === this.max ? String(this.min) : `${this.min}-${this.max}`;
  }

  /** `tcp/2048-2050`: the form of Zero Trust Packet Routing policies. */
  toString(): string {
    return `${this.protocol}/${this.range}`;
  }
}
