package kata.harness.lab;

/**
 * How much a job kept in its state while a scenario was played.
 *
 * @param peak the most that all keys and windows of one operator held together at any time
 * @param left what was still held after the last watermark of the scenario, or when the input had
 *     ended and every timer had fired, if that was more
 * @param unit what was counted, in the singular: {@code byte} or {@code row}
 */
public record StateUse(long peak, long left, String unit) {}
