package kata.flink.pipeline;

import kata.harness.lab.LabException;
import kata.services.ObjectStore;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.fs.FileSystem;

/** Tells Flink once for the whole JVM how to reach the S3 store. */
final class S3Files {

  /** The last JDK that has what Flink's S3 file system asks for: Subject.getSubject. */
  private static final int LAST_JDK = 23;

  private static boolean known;

  private S3Files() {}

  /**
   * Prepares the file system.
   *
   * @throws LabException if it cannot run on this JDK
   */
  static synchronized void areIn(ObjectStore store) {
    if (known) {
      return;
    }
    demandJdk(Runtime.version().feature());
    System.setProperty("aws.java.v1.disableDeprecationAnnouncement", "true");
    Configuration settings = new Configuration();
    settings.setString("s3.endpoint", store.endpoint().toString());
    settings.setString("s3.access-key", store.accessKey());
    settings.setString("s3.secret-key", store.secretKey());
    settings.setString("s3.path.style.access", "true");
    // Hadoop would look for keys in the metadata of a machine at Amazon, too.
    settings.setString(
        "fs.s3a.aws.credentials.provider", "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider");
    // Asks for versions of objects, which not every store keeps.
    settings.setString("fs.s3a.change.detection.mode", "none");
    FileSystem.initialize(settings, null);
    known = true;
  }

  static void demandJdk(int version) {
    if (version > LAST_JDK) {
      throw new LabException(
          "Flink's file system for S3 does not run on JDK %d. Run this lesson with JDK 17 or 21."
              .formatted(version));
    }
  }
}
