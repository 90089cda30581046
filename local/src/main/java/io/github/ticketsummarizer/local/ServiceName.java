package io.github.ticketsummarizer.local;

import io.github.ticketsummarizer.aggregator.AggregatorService;
import io.github.ticketsummarizer.diagnostics.DiagnosticsService;
import io.github.ticketsummarizer.fetcher.FetcherService;
import io.github.ticketsummarizer.pod.PodService;
import io.github.ticketsummarizer.streams.runtime.ServiceFactory;
import io.github.ticketsummarizer.synthesis.SynthesisService;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The services, in the order of the pipeline. */
public enum ServiceName {
    FETCHER(new FetcherService()),
    SYNTHESIS(new SynthesisService()),
    POD(new PodService()),
    DIAGNOSTICS(new DiagnosticsService()),
    AGGREGATOR(new AggregatorService());

    private final ServiceFactory factory;

    ServiceName(ServiceFactory factory) {
        this.factory = factory;
    }

    /** Wires the service. */
    public ServiceFactory factory() {
        return factory;
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
