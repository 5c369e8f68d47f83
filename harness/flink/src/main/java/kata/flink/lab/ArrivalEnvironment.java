package kata.flink.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kata.datasets.ClickEvent;
import kata.datasets.Feed;
import kata.datasets.Scenario;
import kata.harness.lab.LearnerMistake;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.TimestampsAndWatermarksTransformation;

/**
 * An environment in which the watermark strategy of a source, or of the stream that comes right out
 * of it, is driven by the clock of a story.
 */
final class ArrivalEnvironment extends StreamExecutionEnvironment {

  private static final Feed UNDIVIDED = new Feed(true, 1, Map.of());

  private final Source<ClickEvent, ?, ?> source;
  private final Scenario<ClickEvent> scenario;
  private final Pace pace;
  private final List<SingleOutputStreamOperator<ClickEvent>> driven = new ArrayList<>();

  ArrivalEnvironment(
      Scenario<ClickEvent> scenario,
      Source<ClickEvent, ?, ?> source,
      Configuration settings,
      Pace pace) {
    super(settings, ArrivalEnvironment.class.getClassLoader());
    this.source = source;
    this.scenario = scenario;
    this.pace = pace;
  }

  /**
   * Returns the stream whose strategy is in force for a result: the last one that leads to it.
   *
   * @throws LearnerMistake if none does, if a strategy stands where the lab cannot drive it, or if
   *     several tasks read the source
   */
  SingleOutputStreamOperator<ClickEvent> strategyOf(DataStream<ClickEvent> result) {
    Set<Transformation<?>> before =
        Set.copyOf(result.getTransformation().getTransitivePredecessors());
    if (before.stream().anyMatch(TimestampsAndWatermarksTransformation.class::isInstance)) {
      throw new LearnerMistake(
          "Your strategy stands behind other operators.",
          "Give it to the source, or to the stream that fromSource returns.");
    }
    Optional<SingleOutputStreamOperator<ClickEvent>> last =
        driven.stream()
            .filter(it -> before.contains(it.getTransformation()))
            .reduce((earlier, later) -> later);
    SingleOutputStreamOperator<ClickEvent> strategy =
        last.orElseThrow(
            () ->
                new LearnerMistake(
                    "Your stream does not come from the source.",
                    "Start with fromSource on the environment and the source that you are given."));
    demandOneTask(strategy.getTransformation());
    return strategy;
  }

  private static void demandOneTask(Transformation<?> strategy) {
    int tasks =
        strategy.getTransitivePredecessors().stream()
            .mapToInt(Transformation::getParallelism)
            .max()
            .orElseThrow();
    if (tasks > 1) {
      throw new LearnerMistake(
          "Your code lets %d tasks read the source, where one is to read all partitions."
              .formatted(tasks),
          "Set no parallelism for the environment or the source; operators behind it may have"
              + " one.");
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> DataStreamSource<T> fromSource(
      Source<T, ?, ?> read, WatermarkStrategy<T> strategy, String name, TypeInformation<T> type) {
    if (read != source) {
      throw new LearnerMistake(
          "Your code reads another source than the one that it is given.",
          "Give that one to fromSource.");
    }
    DataStreamSource<ClickEvent> records =
        super.fromSource(
            source, WatermarkStrategy.noWatermarks(), name, TypeInformation.of(ClickEvent.class));
    return (DataStreamSource<T>)
        new Events(records, List.of((WatermarkStrategy<ClickEvent>) cleaned(strategy)));
  }

  private <T> WatermarkStrategy<T> cleaned(WatermarkStrategy<T> strategy) {
    if (strategy == null) {
      throw new LearnerMistake(
          "Your strategy is null.",
          "Start from a method of WatermarkStrategy whose name begins with for.");
    }
    return clean(strategy);
  }

  private SingleOutputStreamOperator<ClickEvent> drive(
      DataStream<ClickEvent> records,
      String name,
      List<WatermarkStrategy<ClickEvent>> strategies,
      Feed partitions) {
    SingleOutputStreamOperator<ClickEvent> operator =
        records.transform(
            name,
            records.getType(),
            new StrategyOperator(strategies, partitions, scenario.steps().get(0).moment(), pace));
    driven.add(operator);
    return operator;
  }

  /** The events as they come out of the source. */
  private final class Events extends DataStreamSource<ClickEvent> {

    private final DataStream<ClickEvent> records;
    private final List<WatermarkStrategy<ClickEvent>> inSource;

    Events(DataStream<ClickEvent> records, List<WatermarkStrategy<ClickEvent>> inSource) {
      super(drive(records, "strategy in the source", inSource, scenario.feed()));
      this.records = records;
      this.inSource = inSource;
    }

    /** Drops the watermarks of the source, as Flink does, and keeps its timestamps. */
    @Override
    public SingleOutputStreamOperator<ClickEvent> assignTimestampsAndWatermarks(
        WatermarkStrategy<ClickEvent> strategy) {
      List<WatermarkStrategy<ClickEvent>> both = new ArrayList<>(inSource);
      both.add(cleaned(strategy));
      // Nobody who assigns anew has dropped the stream of the first strategy by mistake.
      transformations.remove(getTransformation());
      return drive(records, "strategy behind the source", both, UNDIVIDED);
    }
  }
}
