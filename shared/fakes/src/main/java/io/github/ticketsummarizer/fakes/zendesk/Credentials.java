package io.github.ticketsummarizer.fakes.zendesk;

/**
 * What the account lets in.
 *
 * @param clientId of an OAuth client that may ask for tokens by client credentials
 * @param bearerToken an access token that never expires
 * @param email of the agent whom the API token belongs to
 */
public record Credentials(String clientId, String clientSecret, String bearerToken, String email, String apiToken) {
    /** Made-up values, for whoever has no wish. */
    public static final Credentials DEFAULT =
            new Credentials("fake-client", "fake-secret", "fake-token", "agent@example.com", "fake-api-token");
}
