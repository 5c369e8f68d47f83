package kata.services;

import java.net.URI;

/** A server that speaks S3, and runs as long as this JVM. Buckets are part of the path. */
public interface ObjectStore {

  /** Returns what the server really is: {@code MinIO} or {@code S3Proxy}. */
  String name();

  /** Returns the address, with {@code http}. */
  URI endpoint();

  /** Returns the access key, who may do everything. */
  String accessKey();

  /** Returns the secret key. */
  String secretKey();

  /**
   * Makes a bucket that nobody else has.
   *
   * @param about what its name should begin with
   * @throws kata.harness.lab.LabException when the server does not take it
   */
  Bucket bucket(String about);
}
