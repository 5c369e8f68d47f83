package kata.flink.olap;

import java.time.Instant;

/**
 * What an advertisement had in a minute.
 *
 * @param minute when the minute began
 */
public record AdMinute(
    Instant minute, String adId, String campaignId, long clicks, long revenueCents) {}
