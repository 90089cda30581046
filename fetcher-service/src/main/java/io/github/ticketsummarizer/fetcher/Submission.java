package io.github.ticketsummarizer.fetcher;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code ticket-ids} as it lies there.
 *
 * @param timestamp the record's own
 */
record Submission(
        String topic, int partition, long offset, Instant timestamp, Headers headers, byte @Nullable [] value) {
    private static final int REQUEST_ID_BYTES = 16;

    /**
     * The request id of a submission that brings none: 32 hexadecimal digits of a hash of its place, so that the same
     * record, read twice, is the same request.
     */
    String derivedRequestId() {
        byte[] place = "%s\n%d\n%d".formatted(topic, partition, offset).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(place);
            return HexFormat.of().formatHex(digest, 0, REQUEST_ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
