package kata.services;

/** A broker at an address. */
record Broker(String bootstrapServers) implements Kafka {}
