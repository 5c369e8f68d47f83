package kata.spark.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import kata.datasets.ClickEvent;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.lab.Engine;
import kata.harness.lab.LearnerMistake;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Transcript;
import kata.spark.lab.checkpoint.MemoryCheckpoints;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;

/** The Spark lab. */
public final class SparkEngine implements Engine {

  private SparkSession spark;

  @Override
  public String name() {
    return "spark";
  }

  @Override
  @SuppressWarnings("unchecked")
  public Transcript play(Object answer, Scenario<?> scenario) throws Exception {
    StreamQuery query = (StreamQuery) answer;
    SparkSession session = session();
    EventStream stream = new EventStream(session, (Scenario<ClickEvent>) scenario);
    Dataset<Row> results = query.build(stream.events());
    ConcurrentLinkedQueue<Row> out = new ConcurrentLinkedQueue<>();
    VoidFunction2<Dataset<Row>, Long> sink = (rows, id) -> out.addAll(rows.collectAsList());
    String ck = "memory:/" + UUID.randomUUID();
    StreamingQuery running = results.writeStream().outputMode(query.outputMode()).option("checkpointLocation", ck).foreachBatch(sink).start();
    List<Emission> emissions = new ArrayList<>();
    try {
      for (Scenario.Step<ClickEvent> step : ((Scenario<ClickEvent>) scenario).steps()) {
        stream.add(step);
        running.processAllAvailable();
        String at = StoryTime.format(step.watermark());
        out.forEach(row -> emissions.add(new Emission(at, RowReader.read(row))));
        out.clear();
      }
    } finally {
      running.stop();
      MemoryCheckpoints.forget(ck);
    }
    return new Transcript(emissions);
  }

  private synchronized SparkSession session() {
    if (spark == null) {
      spark = LocalSpark.start();
    }
    return spark.newSession();
  }

  @Override
  public void cancel() {}

  @Override
  public List<String> explain(Throwable thrown) {
    return List.of();
  }

  @Override
  public void close() {}
}
