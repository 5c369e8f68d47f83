package kata.spark.lab;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kata.datasets.StoryTime;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import org.apache.spark.sql.streaming.StreamingQueryProgress;

/** Tells what Spark says of its micro-batches, one after the other. */
final class Progress {

  private String watermark = "none";

  private static long dropped(List<StreamingQueryProgress> batches) {
    return batches.stream()
        .flatMap(batch -> Arrays.stream(batch.stateOperators()))
        .mapToLong(operator -> operator.numRowsDroppedByWatermark())
        .sum();
  }

  private static String watermark(StreamingQueryProgress batch) {
    String watermark = batch.eventTime().get("watermark");
    return watermark == null ? "none" : StoryTime.format(Instant.parse(watermark));
  }

  /** Returns the row of a step: what came, and what its micro-batches said. */
  Emission step(String at, String arrived, List<StreamingQueryProgress> batches) {
    if (!batches.isEmpty()) {
      watermark = watermark(batches.get(batches.size() - 1));
    }
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("after", arrived);
    cells.put("watermark", watermark);
    cells.put("dropped", String.valueOf(dropped(batches)));
    return new Emission(at, StreamQuery.PROGRESS, new Row(cells));
  }

  /** Returns the row that tells how many rows a {@link MonitoredQuery} found to be dropped. */
  static Emission dropped(String at, String arrived, long rows) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("after", arrived);
    cells.put("dropped", String.valueOf(rows));
    return new Emission(at, MonitoredQuery.DROPPED, new Row(cells));
  }

  /** Returns one row for each micro-batch. */
  List<Emission> batches(RunningQuery.Outcome outcome) {
    return outcome.batches().stream().map(batch -> batch(outcome, batch)).toList();
  }

  private static Emission batch(RunningQuery.Outcome outcome, StreamingQueryProgress batch) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("batch", String.valueOf(batch.batchId()));
    cells.put("run", String.valueOf(outcome.run()));
    cells.put("rows", String.valueOf(batch.numInputRows()));
    cells.put("watermark", watermark(batch));
    cells.put("dropped", String.valueOf(dropped(List.of(batch))));
    return new Emission(StoryTime.format(outcome.at()), TriggeredQuery.BATCHES, new Row(cells));
  }
}
