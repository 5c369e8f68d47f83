package kata.flink.lab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kata.datasets.ClickEvent;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.transcript.Arrived;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;

/** Tells what came out of a story of arrivals, and what the machine's clock showed then. */
final class ArrivalTranscript {

  private final Scenario<ClickEvent> scenario;
  private final List<Long> watermarks;

  /**
   * Tells of one play.
   *
   * @param watermarks the watermark after each step
   */
  ArrivalTranscript(Scenario<ClickEvent> scenario, List<Long> watermarks) {
    this.scenario = scenario;
    this.watermarks = List.copyOf(watermarks);
  }

  /** Returns the step in which a watermark was reached. */
  String at(long watermark) {
    for (int i = 0; i < watermarks.size(); i++) {
      if (watermarks.get(i) >= watermark) {
        return StoryTime.format(scenario.steps().get(i).moment());
      }
    }
    return Emission.END;
  }

  /** Returns one row for each step: what arrived, and the watermark after it. */
  List<Emission> watermarks() {
    List<Emission> emissions = new ArrayList<>();
    for (int i = 0; i < watermarks.size(); i++) {
      Scenario.Step<ClickEvent> step = scenario.steps().get(i);
      Map<String, String> cells = new LinkedHashMap<>();
      cells.put("after", Arrived.in(scenario, step));
      cells.put("watermark", text(watermarks.get(i)));
      emissions.add(
          new Emission(StoryTime.format(step.moment()), WatermarkJob.WATERMARKS, new Row(cells)));
    }
    return emissions;
  }

  /** Returns one row for each late event, at the step in which it arrived. */
  List<Emission> late(List<ClickEvent> late) {
    List<Emission> emissions = new ArrayList<>();
    for (Scenario.Step<ClickEvent> step : scenario.steps()) {
      for (ClickEvent event : step.arrivals()) {
        if (late.contains(event)) {
          Map<String, String> cells = new LinkedHashMap<>();
          cells.put("time", StoryTime.format(event.eventTime()));
          cells.put("page", event.page());
          emissions.add(
              new Emission(StoryTime.format(step.moment()), WatermarkJob.LATE, new Row(cells)));
        }
      }
    }
    return emissions;
  }

  private static String text(long watermark) {
    if (watermark == Long.MIN_VALUE) {
      return "none";
    }
    return watermark == Long.MAX_VALUE
        ? "end of time"
        : StoryTime.format(Instant.ofEpochMilli(watermark));
  }
}
