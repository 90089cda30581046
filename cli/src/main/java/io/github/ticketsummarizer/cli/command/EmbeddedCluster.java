package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.CliException;
import io.github.ticketsummarizer.cli.input.TicketEntry;
import io.github.ticketsummarizer.cli.run.Cluster;
import io.github.ticketsummarizer.llm.cost.CostEstimate;
import io.github.ticketsummarizer.local.EmbeddedPipeline;
import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.Run;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The broker and the five services inside this process. */
final class EmbeddedCluster implements Cluster {
    private static final int ANY_PORT = 0;

    private final EmbeddedPipeline pipeline;
    private final Settings settings;

    private EmbeddedCluster(EmbeddedPipeline pipeline, Settings settings) {
        this.pipeline = pipeline;
        this.settings = settings;
    }

    /**
     * Starts the broker, and the services in the background.
     *
     * @throws io.github.ticketsummarizer.broker.BrokerException when the data folder cannot be used
     * @throws io.github.ticketsummarizer.model.SettingsException when a setting is wrong
     */
    static EmbeddedCluster start(Path dataFolder, Settings settings) {
        EmbeddedPipeline pipeline = new EmbeddedPipeline(dataFolder, ANY_PORT, settings);
        try {
            pipeline.begin();
            return new EmbeddedCluster(pipeline, settings);
        } catch (RuntimeException e) {
            pipeline.close();
            throw e;
        }
    }

    @Override
    public KafkaSettings kafka() {
        pipeline.awaitStart();
        return pipeline.kafkaSettings();
    }

    @Override
    public Tracing tracing() {
        return pipeline.tracing();
    }

    @Override
    public boolean isElsewhere() {
        return false;
    }

    @Override
    public Optional<CostEstimate> estimate(Run run, List<TicketEntry> tickets) {
        return pipeline.analysis()
                .flatMap(analysis -> RunEstimates.estimate(
                        analysis.costs(), run, tickets.size(), RunEstimates.sample(settings, tickets)));
    }

    @Override
    public void requireHealthy() {
        requireHealthy(pipeline);
    }

    /** @throws CliException when the broker or a service has stopped by itself */
    static void requireHealthy(EmbeddedPipeline pipeline) {
        pipeline.fault().ifPresent(fault -> {
            throw new CliException(
                    ExitCode.INTERNAL, "the embedded Kafka or a service in this process stopped: " + fault, fault);
        });
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
