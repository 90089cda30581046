package io.github.ticketsummarizer.local;

import io.github.ticketsummarizer.aggregator.AggregatorService;
import io.github.ticketsummarizer.diagnostics.DiagnosticsService;
import io.github.ticketsummarizer.fetcher.FetcherService;
import io.github.ticketsummarizer.llm.Analysis;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.pod.PodService;
import io.github.ticketsummarizer.streams.runtime.ServiceFactory;
import io.github.ticketsummarizer.synthesis.SynthesisService;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The services, in the order of the pipeline. */
public enum ServiceName {
    FETCHER(analyses -> new FetcherService()),
    SYNTHESIS(SynthesisService::new),
    POD(PodService::new),
    DIAGNOSTICS(DiagnosticsService::new),
    AGGREGATOR(analyses -> new AggregatorService());

    private final Function<BiFunction<Settings, Tracing, Analysis>, ServiceFactory> factory;

    ServiceName(Function<BiFunction<Settings, Tracing, Analysis>, ServiceFactory> factory) {
        this.factory = factory;
    }

    /** Wires the service for a process of its own. */
    public ServiceFactory factory() {
        return factory(Analysis::from);
    }

    /** Wires the service for a JVM that it shares with others. */
    ServiceFactory factory(BiFunction<Settings, Tracing, Analysis> analyses) {
        return factory.apply(analyses);
    }

    /** The name on the command line. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a name from the command line.
     *
     * @throws IllegalArgumentException when no service has it; the message lists them
     */
    public static ServiceName fromName(String name) {
        return Arrays.stream(values())
                .filter(service -> service.wireName().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown service '%s'; known: %s"
                        .formatted(
                                name,
                                Arrays.stream(values())
                                        .map(ServiceName::wireName)
                                        .collect(Collectors.joining(", ")))));
    }
}
