package kata.spark.pipeline;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kata.datasets.Message;
import kata.datasets.Scenario;
import kata.pipeline.Connections;
import kata.pipeline.Sandbox;
import kata.services.Services;
import org.apache.hadoop.conf.Configuration;

/**
 * The connections of one play. When they are asked for first, the topics and tables are made, and
 * the records of the first step are sent: a starter that asks for nothing needs no service.
 */
final class OpeningConnections implements Connections {

  private static final long serialVersionUID = 1L;

  private final transient Sandbox sandbox;
  private final transient Scenario<Message> story;
  private final transient Configuration hadoop;
  private final transient Set<String> folders = new TreeSet<>();
  private transient boolean open;

  /**
   * Prepares connections.
   *
   * @param hadoop where to write down how to reach the bucket
   */
  OpeningConnections(Sandbox sandbox, Scenario<Message> story, Configuration hadoop) {
    this.sandbox = sandbox;
    this.story = story;
    this.hadoop = hadoop;
  }

  /** Makes what the story needs, unless that was done before. */
  synchronized Connections open() {
    if (!open) {
      sandbox.open();
      sandbox.send(story.steps().get(0));
      open = true;
    }
    return sandbox.connections();
  }

  /** Returns the folders of the bucket that somebody has asked for. */
  synchronized List<String> folders() {
    return List.copyOf(folders);
  }

  @Override
  public String kafka() {
    return open().kafka();
  }

  @Override
  public String topic(String name) {
    return open().topic(name);
  }

  @Override
  public String group() {
    return open().group();
  }

  @Override
  public String databaseUrl() {
    return open().databaseUrl();
  }

  @Override
  public String databaseUser() {
    return open().databaseUser();
  }

  @Override
  public String databasePassword() {
    return open().databasePassword();
  }

  @Override
  public synchronized String folder(String name) {
    if (folders.isEmpty()) {
      S3a.settings(Services.ofThisRun().objectStore()).forEach(hadoop::set);
    }
    String folder = open().folder(name);
    folders.add(folder);
    return folder;
  }

  /** In a task of Spark these are the connections of the sandbox, which know how to travel. */
  private Object writeReplace() {
    return sandbox.connections();
  }
}
