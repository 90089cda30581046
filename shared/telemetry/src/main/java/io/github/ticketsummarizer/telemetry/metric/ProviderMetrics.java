package io.github.ticketsummarizer.telemetry.metric;

import io.github.ticketsummarizer.telemetry.attribute.GenAi;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;
import java.time.Duration;
import java.util.List;

/** Counts what the limits of model providers cost: calls that they refuse, and time until a call's turn. Thread-safe. */
public final class ProviderMetrics {
    /** Seconds; a call that would wait longer than five is put off instead. */
    private static final List<Double> BUCKETS = List.of(0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0);

    private final LongCounter rateLimited;
    private final DoubleHistogram waits;

    /** Some that count nothing. */
    public static ProviderMetrics none() {
        return new ProviderMetrics(MeterProvider.noop().get(TicketMetrics.SCOPE));
    }

    public ProviderMetrics(Meter meter) {
        rateLimited = meter.counterBuilder(MetricNames.RATE_LIMITED)
                .setUnit("{call}")
                .setDescription("Calls that a provider refused for its limits")
                .build();
        waits = meter.histogramBuilder(MetricNames.BUDGET_WAIT)
                .setUnit("s")
                .setDescription("How long a call waited for its turn in the provider's budget")
                .setExplicitBucketBoundariesAdvice(BUCKETS)
                .build();
    }

    /**
     * The provider refused a call for a limit of the account: of a minute, or one that is used up.
     *
     * @param provider as settings call it
     */
    public void rateLimited(String provider) {
        rateLimited.add(1, named(provider));
    }

    /**
     * A call is about to be made, and may be the first that is refused: Prometheus sees an increase only from a 0 before.
     *
     * @param provider as settings call it
     */
    public void waited(String provider, Duration wait) {
        Attributes attributes = named(provider);
        rateLimited.add(0, attributes);
        waits.record(wait.toNanos() / 1e9, attributes);
    }

    private static Attributes named(String provider) {
        return Attributes.of(GenAi.PROVIDER_NAME, GenAi.providerName(provider));
    }
}
