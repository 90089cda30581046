package io.github.ticketsummarizer.telemetry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trace and root span of one ticket, as in the {@code traceparent} header of W3C Trace Context level 1
 * (https://www.w3.org/TR/trace-context/).
 *
 * @param traceId 32 lower-case hexadecimal digits, not all zero
 * @param spanId 16 lower-case hexadecimal digits, not all zero
 */
public record TraceContext(String traceId, String spanId) {
    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-((?!0{32})[0-9a-f]{32})-((?!0{16})[0-9a-f]{16})-[0-9a-f]{2}(-.*)?");

    /**
     * The context of a submission. It is derived from the request id, so that a submission repeated after a kill, or a
     * record read twice, comes to the same trace.
     */
    public static TraceContext ofRequest(String requestId) {
        return of(requestId);
    }

    /** The context of a run's own trace, likewise derived, so that every ticket's root can point to it. */
    public static TraceContext ofRun(String runId) {
        return of("run " + runId);
    }

    /**
     * A span of the same trace whose id is derived from this one and a name: the span of a stage has the same id however
     * often, and wherever, its ticket is taken up again.
     */
    public TraceContext derived(String name) {
        byte[] digest = sha256("%s-%s %s".formatted(traceId, spanId, name));
        return new TraceContext(traceId, HexFormat.of().formatHex(digest, 0, 8));
    }

    /** Reads a {@code traceparent}; empty when it is not one. */
    public static Optional<TraceContext> parse(String traceparent) {
        Matcher matcher = TRACEPARENT.matcher(traceparent);
        return matcher.matches() ? Optional.of(new TraceContext(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** The header's value; always sampled, since a foreign sampling decision does not silence the ticket's trace. */
    public String traceparent() {
        return "00-%s-%s-01".formatted(traceId, spanId);
    }

    private static TraceContext of(String name) {
        byte[] digest = sha256(name);
        HexFormat hex = HexFormat.of();
        return new TraceContext(hex.formatHex(digest, 0, 16), hex.formatHex(digest, 16, 24));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
