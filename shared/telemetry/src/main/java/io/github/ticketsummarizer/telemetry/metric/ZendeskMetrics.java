package io.github.ticketsummarizer.telemetry.metric;

import io.github.ticketsummarizer.telemetry.attribute.Http;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import java.time.Duration;
import java.util.List;

/** Counts what Zendesk's rate limit costs: calls that it refuses, and time until a call's turn. Thread-safe. */
public final class ZendeskMetrics {
    /** Seconds; the fetcher puts a call off that would wait longer than twenty. */
    private static final List<Double> BUCKETS = List.of(0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0);

    private final LongCounter rateLimited;
    private final DoubleHistogram waits;

    public ZendeskMetrics(Meter meter) {
        rateLimited = meter.counterBuilder(MetricNames.ZENDESK_RATE_LIMITED)
                .setUnit("{call}")
                .setDescription("Calls that Zendesk refused for its limits")
                .build();
        waits = meter.histogramBuilder(MetricNames.ZENDESK_BUDGET_WAIT)
                .setUnit("s")
                .setDescription("How long a call waited for its turn in our share of Zendesk's limits")
                .setExplicitBucketBoundariesAdvice(BUCKETS)
                .build();
    }

    /**
     * Zendesk answered 429.
     *
     * @param path of the endpoint, with what varies named
     */
    public void rateLimited(String path) {
        rateLimited.add(1, Attributes.of(Http.URL_TEMPLATE, path));
    }

    /**
     * A call is about to be made, and may be the first that is refused: Prometheus sees an increase only from a 0 before.
     *
     * @param path of the endpoint, with what varies named
     */
    public void waited(String path, Duration wait) {
        Attributes attributes = Attributes.of(Http.URL_TEMPLATE, path);
        rateLimited.add(0, attributes);
        waits.record(wait.toNanos() / 1e9, attributes);
    }
}
