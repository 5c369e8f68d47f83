package kata.datasets;

import java.time.Instant;

/**
 * One click on an advertisement, for which the advertiser pays.
 *
 * @param clickId unique identifier of the click
 * @param adId the advertisement, for example {@code spring-2}
 * @param campaignId the campaign to which it belongs, for example {@code spring}
 * @param userId who clicked
 * @param priceCents what the advertiser pays for the click, in cents; above 0
 * @param country ISO 3166 alpha-2 code of the user's country, for example {@code DE}
 * @param eventTime when it was clicked, in milliseconds
 */
public record AdClick(
    String clickId,
    String adId,
    String campaignId,
    String userId,
    long priceCents,
    String country,
    Instant eventTime)
    implements TimedEvent {

  /** Returns the identifier of the click. */
  @Override
  public String eventId() {
    return clickId;
  }
}
