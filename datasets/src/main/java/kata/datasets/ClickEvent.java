package kata.datasets;

import java.time.Instant;

/**
 * One action of a visitor of the shop: the row of the clickstream.
 *
 * @param eventId unique identifier of the event
 * @param userId the visitor
 * @param sessionId the visit, as the browser sees it
 * @param eventType what the visitor did
 * @param page path of the page on which it happened, for example {@code /home}
 * @param eventTime when it happened, by the visitor's clock, in milliseconds
 * @param country ISO 3166 alpha-2 code of the country, for example {@code DE}
 * @param device {@code mobile}, {@code desktop} or {@code tablet}
 */
public record ClickEvent(
    String eventId,
    String userId,
    String sessionId,
    EventType eventType,
    String page,
    Instant eventTime,
    String country,
    String device)
    implements TimedEvent {}
