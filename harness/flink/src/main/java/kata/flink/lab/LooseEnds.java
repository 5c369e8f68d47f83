package kata.flink.lab;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.LegacySinkTransformation;
import org.apache.flink.streaming.api.transformations.SinkTransformation;

/** Finds streams that a job makes and then drops. */
final class LooseEnds {

  private LooseEnds() {}

  /**
   * Returns a remark for each operator whose result leads to no sink, and first of all one if that
   * is so for the events themselves.
   */
  static List<String> find(StreamExecutionEnvironment env, DataStream<?> events) {
    Set<Transformation<?>> used = new HashSet<>();
    for (Transformation<?> transformation : env.getTransformations()) {
      if (transformation instanceof SinkTransformation
          || transformation instanceof LegacySinkTransformation) {
        used.addAll(transformation.getTransitivePredecessors());
        used.add(transformation);
      }
    }
    Stream<String> unused =
        used.contains(events.getTransformation())
            ? Stream.of()
            : Stream.of("Your result is not made of the events that you are given.");
    Stream<String> dropped =
        env.getTransformations().stream()
            .filter(it -> !used.contains(it))
            .map(Transformation::getName)
            .distinct()
            .map(
                name ->
                    "Your code makes a stream (%s) and drops it: a call returns a new stream, keep that one."
                        .formatted(name));
    return Stream.concat(unused, dropped).toList();
  }
}
