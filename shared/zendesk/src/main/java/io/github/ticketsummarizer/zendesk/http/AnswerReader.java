package io.github.ticketsummarizer.zendesk.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an answer means. Failures go by the status alone: their bodies may be anything, HTML pages of a proxy included,
 * and are never quoted.
 */
final class AnswerReader {
    /** Where Zendesk answers 429 without saying for how long. */
    private static final Duration DEFAULT_RETRY_AFTER = Duration.ofSeconds(10);

    private final ObjectReader reader = new ObjectMapper().reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private final ZendeskCredentials credentials;
    private final Clock clock;

    AnswerReader(ZendeskCredentials credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /** The answer's JSON object. */
    JsonNode read(Endpoint endpoint, HttpResponse<byte[]> answer) throws ZendeskException {
        int status = answer.statusCode();
        if (status == 200) {
            return object(answer.body());
        }
        throw new ZendeskException(failure(endpoint, status), retryAfter(answer), null);
    }

    /** What the other side asked to wait; null where it asked nothing. */
    @Nullable
    Duration retryAfter(HttpResponse<byte[]> answer) {
        return RetryAfter.of(answer.headers(), clock).orElse(answer.statusCode() == 429 ? DEFAULT_RETRY_AFTER : null);
    }

    private JsonNode object(byte[] body) throws ZendeskException {
        try {
            JsonNode json = reader.readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (IOException notJson) {
            // Told below, as JSON that is no object is. The exception would quote the body.
        }
        throw new ZendeskException(CallFailure.transientFailure(
                ErrorType.ZENDESK_BAD_ANSWER, "Zendesk answered 200 with a body that is not one JSON object"));
    }

    /** What a status other than 200 means. */
    CallFailure failure(Endpoint endpoint, int status) {
        return switch (status) {
            case 400 -> endpoint == Endpoint.TOKEN ? noToken() : unexpected(status);
            case 401 ->
                CallFailure.permanent(
                        ErrorType.ZENDESK_AUTH,
                        "Zendesk refused the credentials (401); check %s".formatted(credentials.settingNames()));
            case 403 ->
                CallFailure.permanent(
                        ErrorType.ZENDESK_AUTH,
                        "Zendesk refused access (403); whoever %s stands for must be allowed to read %s"
                                .formatted(credentials.settingNames(), endpoint.isOfOneTicket() ? "it" : "tickets"));
            case 404, 410 -> gone(endpoint, status);
            case 429 ->
                CallFailure.transientFailure(
                        ErrorType.ZENDESK_RATE_LIMITED,
                        "Zendesk's rate limit was reached (429); lower ZENDESK_RATE_SHARE if it happens often");
            case 408, 425 -> unavailable(status);
            default -> status >= 500 ? unavailable(status) : unexpected(status);
        };
    }

    /** A client that Zendesk does not know is answered with 401, one of another kind with 400. */
    private static CallFailure noToken() {
        return CallFailure.permanent(
                ErrorType.ZENDESK_AUTH,
                "Zendesk gives no access token (400); check %s and %s, and that the client is confidential"
                        .formatted(ZendeskCredentials.CLIENT_ID, ZendeskCredentials.CLIENT_SECRET));
    }

    private static CallFailure gone(Endpoint endpoint, int status) {
        return endpoint.isOfOneTicket()
                ? CallFailure.permanent(
                        ErrorType.TICKET_NOT_FOUND,
                        "Zendesk has no such ticket (%d), or the credentials may not see it; check the id"
                                .formatted(status))
                : CallFailure.permanent(
                        ErrorType.ZENDESK_BAD_ANSWER,
                        "Zendesk has no such address (%d); check ZENDESK_SUBDOMAIN".formatted(status));
    }

    private static CallFailure unavailable(int status) {
        return CallFailure.transientFailure(
                ErrorType.ZENDESK_UNAVAILABLE,
                "Zendesk is not available (%d); see status.zendesk.com".formatted(status));
    }

    private static CallFailure unexpected(int status) {
        return CallFailure.permanent(
                ErrorType.ZENDESK_BAD_ANSWER,
                "Zendesk answered with the unexpected status %d; check ZENDESK_SUBDOMAIN or ZENDESK_BASE_URL"
                        .formatted(status));
    }
}
