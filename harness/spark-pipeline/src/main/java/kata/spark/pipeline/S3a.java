package kata.spark.pipeline;

import java.util.Map;
import kata.services.ObjectStore;

/** What Hadoop must be told to find a store that is not Amazon's. */
final class S3a {

  private S3a() {}

  static Map<String, String> settings(ObjectStore store) {
    return Map.ofEntries(
        Map.entry("fs.s3a.endpoint", store.endpoint().toString()),
        Map.entry("fs.s3a.endpoint.region", "us-east-1"),
        Map.entry("fs.s3a.access.key", store.accessKey()),
        Map.entry("fs.s3a.secret.key", store.secretKey()),
        Map.entry(
            "fs.s3a.aws.credentials.provider",
            "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider"),
        Map.entry("fs.s3a.path.style.access", "true"),
        Map.entry("fs.s3a.connection.ssl.enabled", "false"),
        Map.entry("fs.s3a.change.detection.mode", "none"),
        // Nobody else writes to the bucket, so that nothing needs to be looked up before.
        Map.entry("fs.s3a.performance.flags", "*"),
        Map.entry("fs.s3a.fast.upload.buffer", "array"));
  }
}
