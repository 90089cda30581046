package io.github.ticketsummarizer.aggregator;

import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.ServiceDefinition;
import io.github.ticketsummarizer.streams.runtime.ServiceFactory;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import java.time.Clock;

/** The aggregator: merges what the stages found into one report per ticket, and sums up each run. */
public final class AggregatorService implements ServiceFactory {
    @Override
    public ServiceDefinition define(Settings settings, Topics topics, Tracing tracing) {
        AggregatorTopology topology =
                new AggregatorTopology(topics, AggregatorSettings.from(settings), Clock.systemUTC(), tracing);
        return new ServiceDefinition("aggregator", Stage.MERGE, topology.build(), topics.all(), null, tracing);
    }
}
