package kata.harness.lab;

/**
 * How much a job kept in its state while a scenario was played.
 *
 * @param peakBytes the most that all keys and windows of one operator held together at any time
 * @param leftBytes what was still held when the input had ended and every timer had fired
 */
public record StateUse(long peakBytes, long leftBytes) {}
