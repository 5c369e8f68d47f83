package kata.flink.lab;

/**
 * A job in which streams may meet: the lab lets each step of a story come out at the end of the job
 * before the next step begins.
 *
 * @param <I> what comes in
 * @param <O> what goes out
 */
public interface PacedJob<I, O> extends StreamJob<I, O> {}
