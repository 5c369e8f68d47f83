package kata.datasets;

import java.io.Serializable;
import java.time.Instant;

/**
 * The mean temperature that a thermometer showed in a window.
 *
 * @param windowStart the first moment in the window
 * @param windowEnd the first moment after the window
 * @param sensor name of the thermometer
 * @param average mean of the readings, in degrees Celsius, not rounded
 */
public record SensorAverage(Instant windowStart, Instant windowEnd, String sensor, double average)
    implements Serializable {}
