package kata.flink.pipeline;

import kata.services.ObjectStore;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.fs.FileSystem;

/** Tells Flink's file system {@code s3} where the store of this run is. */
final class S3FileSystem {

  private static boolean isKnown;

  private S3FileSystem() {}

  /** Makes {@code s3://} paths lead to a store; there is one for the whole JVM. */
  static synchronized void leadTo(ObjectStore store) {
    if (isKnown) {
      return;
    }
    System.setProperty("aws.java.v1.disableDeprecationAnnouncement", "true");
    Configuration settings = new Configuration();
    settings.setString("s3.endpoint", store.endpoint().toString());
    settings.setString("s3.access-key", store.accessKey());
    settings.setString("s3.secret-key", store.secretKey());
    settings.setString("s3.path.style.access", "true");
    // Otherwise Hadoop looks for keys in the metadata of a machine at Amazon.
    settings.setString(
        "fs.s3a.aws.credentials.provider", "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider");
    // Not every store gives an object a version by which Hadoop could notice a change.
    settings.setString("fs.s3a.change.detection.mode", "none");
    FileSystem.initialize(settings, null);
    isKnown = true;
  }
}
