package io.github.ticketsummarizer.aggregator;

import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.streams.runtime.ServiceMain;

/** The aggregator service as a program, set by its environment. */
public final class AggregatorMain {
    private AggregatorMain() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        Settings settings = new Settings(System.getenv());
        System.exit(new ServiceMain(settings, System.err)
                .run("aggregator", new AggregatorService())
                .code());
    }
}
