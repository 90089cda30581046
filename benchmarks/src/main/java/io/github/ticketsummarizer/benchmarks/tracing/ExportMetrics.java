package io.github.ticketsummarizer.benchmarks.tracing;

import java.util.regex.Pattern;

/**
 * What the export counts of itself, as {@code /metrics} shows it.
 *
 * @param page in Prometheus' text format
 */
record ExportMetrics(String page) {
    /** One counter for all platforms: OpenTelemetry gives all queues of a JVM the same name. */
    private static final Pattern DROPPED = Pattern.compile(
            "^otel_sdk_processor_span_processed_span_total\\{.*error_type=\"queue_full\".*} (\\S+)$",
            Pattern.MULTILINE);

    /** Spans that found a queue full, over all platforms. */
    long dropped() {
        return DROPPED.matcher(page)
                .results()
                .mapToLong(found -> (long) Double.parseDouble(found.group(1)))
                .sum();
    }
}
