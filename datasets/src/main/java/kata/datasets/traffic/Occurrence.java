package kata.datasets.traffic;

import kata.datasets.ClickEvent;

/**
 * Something that happened.
 *
 * @param millis when, in milliseconds since 1970, by a clock that is right
 * @param click what the user's device reports, by its own clock
 */
record Occurrence(long millis, ClickEvent click) {}
