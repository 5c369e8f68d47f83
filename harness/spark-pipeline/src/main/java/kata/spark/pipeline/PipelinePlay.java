package kata.spark.pipeline;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import kata.datasets.Happening;
import kata.datasets.Message;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.lab.Instances;
import kata.harness.lab.LearnerMistake;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Transcript;
import kata.pipeline.Sandbox;
import kata.spark.lab.ProgressLock;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;

/**
 * One play: each step of the story is a micro-batch. When the query has ended, because of the story
 * or by itself, the answer is started again; after a failure that is another instance of it.
 */
final class PipelinePlay implements AutoCloseable {

  private Pipeline answer;
  private final Scenario<Message> story;
  private final Sandbox sandbox;
  private final SparkSession session;
  private final OpeningConnections connections;
  private StreamingQuery query;

  PipelinePlay(Pipeline answer, Scenario<Message> story, Sandbox sandbox, SparkSession session) {
    this.answer = answer;
    this.story = story;
    this.sandbox = sandbox;
    this.session = session;
    this.connections =
        new OpeningConnections(sandbox, story, session.sparkContext().hadoopConfiguration());
  }

  /**
   * Plays the story from its first step to its last.
   *
   * @return what was in the topics, the tables and the bucket whenever somebody looked
   * @throws LearnerMistake if the query cannot be played
   * @throws Exception whatever the answer threw, or its query failed of
   */
  Transcript run() throws Exception {
    List<Emission> seen = new ArrayList<>();
    ParquetFiles files = new ParquetFiles(session);
    for (int i = 0; i < story.steps().size(); i++) {
      Scenario.Step<Message> step = story.steps().get(i);
      if (i > 0) {
        send(step);
      }
      play(step.then());
      if (step.then() == Happening.RECORDS_EXPIRE) {
        sandbox.expireRecords();
      }
      if (step.then() == Happening.CHECKPOINT) {
        String at = StoryTime.format(step.moment());
        seen.addAll(sandbox.lookOutsideTheBucket(at));
        for (String folder : connections.folders()) {
          String output = Sandbox.folder(URI.create(folder).getPath().substring(1));
          files.unseen(folder).forEach(row -> seen.add(new Emission(at, output, row)));
        }
      }
    }
    return new Transcript(seen);
  }

  /** A query that runs sees all records of a step at once, and so in one micro-batch. */
  private void send(Scenario.Step<Message> step) {
    if (isAlive()) {
      ProgressLock.hold(query, () -> sandbox.send(step));
    } else {
      sandbox.send(step);
    }
  }

  private void play(Happening then) throws Exception {
    StoryFault fault = StoryFault.of(then);
    boolean failed;
    fault.arm();
    try {
      settle();
      failed = fault.isOutstanding();
    } catch (StreamingQueryException e) {
      if (!fault.explains(e)) {
        throw e;
      }
      failed = true;
    } finally {
      fault.disarm();
    }
    if (failed) {
      startElsewhere();
    }
  }

  private void startElsewhere() throws Exception {
    if (isAlive()) {
      query.stop();
    }
    LabCheckpoints.loseTheDisk();
    answer = Instances.another(answer);
    settle();
  }

  private boolean isAlive() {
    return query != null && query.isActive();
  }

  private void settle() throws Exception {
    if (!isAlive()) {
      query = start();
    }
    if (Triggers.ends(query)) {
      query.awaitTermination();
    } else {
      query.processAllAvailable();
    }
  }

  private StreamingQuery start() throws Exception {
    StreamingQuery started = answer.start(session, connections);
    connections.open();
    if (started == null) {
      throw new LearnerMistake(
          "Your code returned null instead of a query.",
          "Return what start() of the DataStreamWriter gives back.");
    }
    Triggers.demandMicroBatches(started);
    int queries = session.streams().active().length;
    if (queries > 1) {
      throw new LearnerMistake(
          "Your code started %d queries.".formatted(queries),
          "The lab plays one. From one query rows go to several topics by a column \"topic\", and"
              + " to anything else by foreachBatch.");
    }
    return started;
  }

  /** Stops what still runs, and forgets what it has kept. */
  @Override
  public void close() throws TimeoutException, IOException {
    for (StreamingQuery active : session.streams().active()) {
      active.stop();
    }
    LabCheckpoints.loseTheDisk();
    connections.folders().forEach(BucketFiles::forget);
    FileSystem.closeAll();
  }
}
