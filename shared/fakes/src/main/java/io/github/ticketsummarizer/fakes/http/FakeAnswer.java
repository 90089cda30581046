package io.github.ticketsummarizer.fakes.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer to send.
 *
 * @param headers in the order to send; {@code Content-Length} is added
 * @param delay how long to wait before it is sent
 * @param trailers headers behind the body; HTTP/2 only
 */
public record FakeAnswer(
        int status, Map<String, String> headers, String body, Duration delay, Map<String, String> trailers) {
    private static final String HTML = """
            <!DOCTYPE html>
            <html><head><title>%1$d</title></head><body><h1>%1$d</h1><p>The server cannot answer now.</p></body></html>
            """;

    /** An answer that is sent at once. */
    public FakeAnswer(int status, Map<String, String> headers, String body) {
        this(status, headers, body, Duration.ZERO, Map.of());
    }

    /** JSON. */
    public static FakeAnswer json(int status, JsonNode body) {
        return json(status, body.toString());
    }

    /** JSON that is written already, or what only says that it is JSON. */
    public static FakeAnswer json(int status, String body) {
        return new FakeAnswer(status, Map.of("Content-Type", "application/json; charset=utf-8"), body);
    }

    /** A page as a load balancer in front of the API sends it. */
    public static FakeAnswer html(int status) {
        return new FakeAnswer(status, Map.of("Content-Type", "text/html; charset=utf-8"), HTML.formatted(status));
    }

    /** 302 to another address. */
    public static FakeAnswer redirect(String location) {
        return new FakeAnswer(302, Map.of("Location", location), "");
    }

    /** The same answer with one more header, or with another value for it. */
    public FakeAnswer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new FakeAnswer(status, more, body, delay, trailers);
    }

    /** The same answer with {@code Retry-After} in whole seconds, rounded up. */
    public FakeAnswer withRetryAfter(Duration wait) {
        return with("Retry-After", Long.toString(wait.plusMillis(999).toSeconds()));
    }

    /** The same answer with headers behind the body. */
    public FakeAnswer withTrailers(Map<String, String> behind) {
        return new FakeAnswer(status, headers, body, delay, behind);
    }

    /** The same answer with another body. */
    public FakeAnswer withBody(String other) {
        return new FakeAnswer(status, headers, other, delay, trailers);
    }

    /** The same answer, sent later by this much. */
    public FakeAnswer after(Duration wait) {
        return new FakeAnswer(status, headers, body, delay.plus(wait), trailers);
    }
}
