package kata.flink.lab;

import org.apache.flink.util.OutputTag;

/**
 * A {@link StreamJob} with a second output, such as the events that came too late.
 *
 * @param <I> what comes in
 * @param <O> what goes out on the main output
 * @param <S> what goes out on the side output: a record
 */
public interface SideOutputJob<I, O, S> extends StreamJob<I, O> {

  /**
   * Returns the tag of the side output. It belongs to the stream that {@link #build} returns, and
   * its identifier is the output's name in the lesson's tables.
   */
  OutputTag<S> sideOutput();
}
