package kata.datasets.traffic;

/**
 * Something that happened.
 *
 * @param millis when, in milliseconds since 1970, by a clock that is right
 * @param event what the user's device reports, by its own clock
 */
record Occurrence<T>(long millis, T event) {}
