package kata.flink.lab;

import java.io.NotSerializableException;
import java.util.List;
import org.apache.flink.api.common.functions.InvalidTypesException;

/** Says in plain sentences what an exception of Flink means to a learner. */
final class FlinkExceptions {

  private FlinkExceptions() {}

  static List<String> explain(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      if (cause instanceof InvalidTypesException) {
        return List.of(
            "Flink cannot see the result type of a lambda, because Java erases it.",
            "Name it with .returns(...) after that call, or write the function as a class.");
      }
      if (cause instanceof NotSerializableException || message.contains("is not serializable")) {
        return List.of(
            "Flink sends your functions to other machines, and this one holds what cannot be sent.",
            "Use a static class or a lambda that captures only values such as numbers and"
                + " strings.");
      }
      if (message.contains("no timestamp marker")) {
        return List.of(
            "The events lost their event time: a stream without timestamps reached a window.",
            "Build on the stream that you are given, which has timestamps and watermarks.");
      }
      if (message.contains("setAccesssible(true)")) {
        return List.of(
            "sum, min and max write into a field of what they add up, and a record has none to"
                + " write.",
            "Use reduce, which returns a new record, or aggregate.");
      }
      if (message.contains("No execution.target specified")) {
        return List.of(
            "The lab runs your job when build(...) has returned.",
            "Leave out execute() and executeAndCollect(), and return the stream.");
      }
      if (message.contains("Type of the window key") || message.contains("cannot be used as key")) {
        return List.of(
            "Use a key with equals and hashCode, such as a string, a number or a record.");
      }
    }
    return List.of();
  }
}
