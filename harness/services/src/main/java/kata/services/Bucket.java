package kata.services;

import java.util.List;
import java.util.function.Function;
import kata.harness.lab.LabException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket of one's own, empty at first. */
public final class Bucket {

  private final S3Client client;
  private final String name;

  private Bucket(S3Client client, String name) {
    this.client = client;
    this.name = name;
  }

  static Bucket in(S3Client client, String name) {
    Bucket bucket = new Bucket(client, name);
    bucket.ask("is not made", s3 -> s3.createBucket(request -> request.bucket(name)));
    return bucket;
  }

  /** Returns the name, as in {@code s3://name/key}. */
  public String name() {
    return name;
  }

  /**
   * Returns the keys that begin with this, in the order of the alphabet; all for an empty text.
   *
   * @throws LabException when the store does not answer
   */
  public List<String> keys(String prefix) {
    return ask(
        "cannot be listed",
        s3 ->
            s3
                .listObjectsV2Paginator(request -> request.bucket(name).prefix(prefix))
                .contents()
                .stream()
                .map(S3Object::key)
                .sorted()
                .toList());
  }

  /**
   * Returns what an object holds, as UTF-8.
   *
   * @throws LabException when there is none of this key, or the store does not answer
   */
  public String read(String key) {
    return ask(
        "has no readable " + key,
        s3 -> s3.getObjectAsBytes(request -> request.bucket(name).key(key)).asUtf8String());
  }

  /**
   * Writes an object, as UTF-8, over one that has the same key.
   *
   * @throws LabException when the store does not take it
   */
  public void write(String key, String text) {
    ask(
        "does not take " + key,
        s3 -> s3.putObject(request -> request.bucket(name).key(key), RequestBody.fromString(text)));
  }

  private <T> T ask(String mishap, Function<S3Client, T> question) {
    try {
      return question.apply(client);
    } catch (SdkException e) {
      throw new LabException("The bucket " + name + " " + mishap + ": " + e.getMessage(), e);
    }
  }
}
