package io.github.ticketsummarizer.fakes.zendesk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.ticketsummarizer.fakes.http.FakeAnswer;
import java.time.Duration;

/** The shapes in which Zendesk says no, for the account itself and for plans of faults. */
public final class ZendeskErrors {
    private static final String NO_ACCESS =
            "You do not have access to this page. Please contact the account owner of this help desk for further help.";

    private ZendeskErrors() {}

    /** 404: the ticket is unknown, deleted, or not for the caller. */
    public static FakeAnswer recordNotFound() {
        return error(404, "RecordNotFound", "Not found");
    }

    /** 410: not documented for the reads here; a client should take it as gone. */
    public static FakeAnswer gone() {
        return error(410, "Gone", "This resource is no longer available");
    }

    /** 401 for an e-mail address with an API token, and for no credentials at all. */
    public static FakeAnswer notAuthenticated() {
        return FakeAnswer.json(401, "{\"error\":\"Couldn't authenticate you\"}");
    }

    /** 401 for a bearer token that is unknown, expired or revoked. */
    public static FakeAnswer invalidToken() {
        return FakeAnswer.json(
                        401,
                        "{\"error\":\"invalid_token\",\"error_description\":\"The access token provided is expired,"
                                + " revoked, malformed or invalid for other reasons.\"}")
                .with("WWW-Authenticate", "Bearer realm=\"Zendesk\"");
    }

    /** 403 with {@code error} as text. */
    public static FakeAnswer forbidden() {
        return error(403, "Forbidden", NO_ACCESS);
    }

    /** 403 with {@code error} as an object. */
    public static FakeAnswer forbiddenAsObject() {
        return FakeAnswer.json(403, "{\"error\":{\"title\":\"Forbidden\",\"message\":\"%s\"}}".formatted(NO_ACCESS));
    }

    /** 429 with {@code Retry-After}. */
    public static FakeAnswer tooManyRequests(Duration retryAfter) {
        return error(429, "TooManyRequests", "Number of allowed API requests per minute exceeded")
                .withRetryAfter(retryAfter);
    }

    /** 503 with JSON and {@code Retry-After}, as in a maintenance. */
    public static FakeAnswer maintenance(Duration retryAfter) {
        return error(503, "ServiceUnavailable", "The service is undergoing maintenance")
                .withRetryAfter(retryAfter);
    }

    /** Any status with {@code error} as text. */
    public static FakeAnswer error(int status, String error, String description) {
        return FakeAnswer.json(
                status,
                JsonNodeFactory.instance.objectNode().put("error", error).put("description", description));
    }
}
