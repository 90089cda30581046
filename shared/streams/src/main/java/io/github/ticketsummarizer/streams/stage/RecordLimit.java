package io.github.ticketsummarizer.streams.stage;

import io.github.ticketsummarizer.model.Settings;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The size of a record, measured before it is written: an oversize record is fatal to a transaction, whatever the
 * exception handlers say, so it must never reach the producer.
 */
public final class RecordLimit {
    /** 8 MiB. */
    public static final int DEFAULT_BYTES = 8 * 1024 * 1024;

    // A batch and a record of Kafka's add less than 100 bytes, a key of ours less than 100, a header less than 20.
    private static final int RECORD_OVERHEAD = 512;
    private static final int HEADER_OVERHEAD = 20;

    private RecordLimit() {}

    /** Reads {@code RECORD_MAX_BYTES}, the one setting for every topic and client. */
    public static int from(Settings settings) {
        return settings.wholeNumber("RECORD_MAX_BYTES", DEFAULT_BYTES, 64 * 1024, 256 * 1024 * 1024);
    }

    /** Upper bound of what the record takes in a batch of its own, in bytes. */
    public static long sizeOf(byte[] value, Headers headers) {
        long size = RECORD_OVERHEAD + (long) value.length;
        for (Header header : headers) {
            size += HEADER_OVERHEAD
                    + header.key().getBytes(StandardCharsets.UTF_8).length
                    + (header.value() == null ? 0 : header.value().length);
        }
        return size;
    }
}
