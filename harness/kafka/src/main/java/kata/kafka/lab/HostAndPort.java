package kata.kafka.lab;

/** Where a broker listens. */
record HostAndPort(String host, int port) {

  /** Reads the first of the addresses in {@code bootstrap.servers}. */
  static HostAndPort firstOf(String brokers) {
    String first = brokers.split(",")[0].replaceFirst("^.*://", "");
    int colon = first.lastIndexOf(':');
    return new HostAndPort(
        first.substring(0, colon), Integer.parseInt(first.substring(colon + 1).strip()));
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
