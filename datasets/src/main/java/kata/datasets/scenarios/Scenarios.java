package kata.datasets.scenarios;

import java.util.List;
import java.util.stream.Stream;
import kata.datasets.Scenario;
import kata.datasets.ScenarioException;

/** Finds the scenarios of a topic. */
public final class Scenarios {

  private Scenarios() {}

  /**
   * Returns the scenarios of a topic.
   *
   * @throws ScenarioException if there is no such topic
   */
  public static List<? extends Scenario<?>> of(String topic) {
    return switch (topic) {
      case "tumbling" -> TumblingScenarios.ALL;
      case "sliding" -> SlidingScenarios.ALL;
      case "session" -> SessionScenarios.ALL;
      case "late" -> LateScenarios.ALL;
      case "triggers" -> TriggersScenarios.ALL;
      case "timers" -> TimersScenarios.ALL;
      case "functions" -> FunctionsScenarios.ALL;
      case "watermarks" -> WatermarksScenarios.ALL;
      case "sql" -> SqlScenarios.ALL;
      case "timezones" -> TimezonesScenarios.ALL;
      case "capstone" -> CapstoneScenarios.ALL;
      case "produce" -> ProduceScenarios.ALL;
      case "consume" -> ConsumeScenarios.ALL;
      case "topics" -> TopicsScenarios.ALL;
      case "topostgres" -> ToPostgresScenarios.ALL;
      case "foreachbatch" -> CountsByBatchScenarios.ALL;
      case "source" -> SourceScenarios.ALL;
      case "tokafka" -> ToKafkaScenarios.ALL;
      case "transactions" -> TransactionScenarios.ALL;
      case "enrich" -> EnrichScenarios.ALL;
      case "patterns" -> PatternsScenarios.ALL;
      case "tominio" ->
          Stream.of(ToMinioScenarios.ALL, ClickFolderScenarios.ALL).flatMap(List::stream).toList();
      case "kafkajson" -> OrderRowsScenarios.ALL;
      case "sqlpipeline" -> SqlPipelineScenarios.ALL;
      case "olap" -> OlapScenarios.ALL;
      default -> throw new ScenarioException("There are no scenarios for \"" + topic + "\".");
    };
  }

  /**
   * Returns one scenario of a topic.
   *
   * @throws ScenarioException if there is no such topic or scenario
   */
  public static Scenario<?> named(String topic, String name) {
    List<? extends Scenario<?>> scenarios = of(topic);
    for (Scenario<?> scenario : scenarios) {
      if (scenario.name().equals(name)) {
        return scenario;
      }
    }
    throw new ScenarioException(
        "\"%s\" has no scenario \"%s\"; it has %s."
            .formatted(topic, name, scenarios.stream().map(Scenario::name).toList()));
  }
}
