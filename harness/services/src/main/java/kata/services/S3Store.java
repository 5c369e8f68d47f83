package kata.services;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A store at an address, and one client for all who ask it. */
final class S3Store implements ObjectStore {

  private final String name;
  private final URI endpoint;
  private final Keys keys;
  private S3Client client;

  /** Who may do everything. */
  record Keys(String access, String secret) {}

  S3Store(String name, URI endpoint, Keys keys) {
    this.name = name;
    this.endpoint = endpoint;
    this.keys = keys;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public URI endpoint() {
    return endpoint;
  }

  @Override
  public String accessKey() {
    return keys.access();
  }

  @Override
  public String secretKey() {
    return keys.secret();
  }

  @Override
  public Bucket bucket(String about) {
    return Bucket.in(client(), OwnName.of(about).dashed());
  }

  /** Not before it is needed: the services start in the time that it takes. */
  private synchronized S3Client client() {
    if (client == null) {
      client = newClient();
    }
    return client;
  }

  private S3Client newClient() {
    return S3Client.builder()
        .endpointOverride(endpoint)
        .forcePathStyle(true)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(keys.access(), keys.secret())))
        // Not every store knows the checksums that Amazon's has by default.
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }
}
