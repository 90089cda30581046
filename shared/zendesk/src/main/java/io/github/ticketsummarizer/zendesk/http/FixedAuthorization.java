package io.github.ticketsummarizer.zendesk.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Credentials that are what they are. */
record FixedAuthorization(String value) implements Authorization {
    static FixedAuthorization of(ZendeskCredentials.BearerToken credentials) {
        return new FixedAuthorization("Bearer " + credentials.token());
    }

    /** {@code EMAIL/token:TOKEN} as Basic credentials ("Security and authentication", developer.zendesk.com). */
    static FixedAuthorization of(ZendeskCredentials.ApiToken credentials) {
        String pair = "%s/token:%s".formatted(credentials.email(), credentials.token());
        return new FixedAuthorization(
                "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String header(Duration patience) {
        return value;
    }

    @Override
    public boolean renew(String refused) {
        return false;
    }

    @Override
    public String toString() {
        return "FixedAuthorization[…]";
    }
}
