package kata.datasets;

import java.time.Instant;

/**
 * What a thermometer in the shop's cold store showed.
 *
 * @param eventId unique identifier of the event
 * @param sensor name of the thermometer, for example {@code cellar}
 * @param eventTime when it was read, in milliseconds
 * @param celsius temperature in whole degrees; zero and negative values are ordinary ones
 */
public record Reading(String eventId, String sensor, Instant eventTime, int celsius)
    implements TimedEvent {}
