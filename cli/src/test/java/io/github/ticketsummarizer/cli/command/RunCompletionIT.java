package io.github.ticketsummarizer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ticketsummarizer.cli.input.TicketEntry;
import io.github.ticketsummarizer.cli.output.FinishedTicket;
import io.github.ticketsummarizer.cli.output.SampleReports;
import io.github.ticketsummarizer.cli.progress.ProgressView;
import io.github.ticketsummarizer.cli.progress.RunSnapshot;
import io.github.ticketsummarizer.cli.run.Cluster;
import io.github.ticketsummarizer.cli.run.Interruption;
import io.github.ticketsummarizer.cli.run.RunFolder;
import io.github.ticketsummarizer.cli.run.RunJob;
import io.github.ticketsummarizer.cli.run.RunManifest;
import io.github.ticketsummarizer.llm.cost.CostEstimate;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.Run;
import io.github.ticketsummarizer.model.RunSummary;
import io.github.ticketsummarizer.model.RunTotals;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.github.ticketsummarizer.testing.RecordedSpans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The services say the last report before they add the run up, and whoever stops them in between has no trace of the run. */
class RunCompletionIT {
    private static final Duration WELL_BEHIND_THE_REPORT = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(8);

    private final SampleReports samples = new SampleReports(AnalysisType.BOTH);
    private final Run run = samples.run(1);
    private final FinishedTicket ticket = samples.notFound("1", "78788");

    @TempDir
    Path data;

    @Test
    void servicesOfThisProcessAreAwaitedUntilTheRunIsAddedUp() throws Exception {
        try (RecordedSpans spans = new RecordedSpans();
                Started started = start(spans.tracing(), false)) {
            started.kafka.report(run.runId(), ticket);
            started.kafka.summary(summary(false));
            await().atMost(SOON).until(() -> started.job.isComplete());
            await().during(WELL_BEHIND_THE_REPORT).atMost(SOON).until(() -> !started.work.isDone());

            started.kafka.summary(summary(true));

            assertThat(started.work).succeedsWithin(SOON);
        }
    }

    @Test
    void whereNothingIsTracedNothingIsAwaited() throws Exception {
        try (Started started = start(Tracing.none(), false)) {
            started.kafka.report(run.runId(), ticket);

            assertThat(started.work).succeedsWithin(SOON);
        }
    }

    @Test
    void servicesElsewhereGoOnByThemselves() throws Exception {
        try (RecordedSpans spans = new RecordedSpans();
                Started started = start(spans.tracing(), true)) {
            started.kafka.report(run.runId(), ticket);

            assertThat(started.work).succeedsWithin(SOON);
        }
    }

    private RunSummary summary(boolean complete) {
        return new RunSummary(
                run.runId(),
                run,
                1,
                complete ? RunTotals.of(ticket.report()) : RunTotals.NONE,
                complete,
                run.submittedAt());
    }

    private Started start(Tracing tracing, boolean isElsewhere) throws Exception {
        ServicelessKafka kafka = new ServicelessKafka(data.resolve("kafka"));
        kafka.makeTopics();
        RunFolder folder = RunFolder.create(
                data,
                new Json(),
                RunManifest.of(run, ZoneOffset.UTC, data, null, null),
                List.of(new TicketEntry("1", "78788")));
        RunJob job = new RunJob(folder, new Json(), new NoView(), note -> {}, new Interruption(), Clock.systemUTC());
        CompletableFuture<Void> work = CompletableFuture.runAsync(() -> {
            try {
                job.work(new ClusterOf(kafka.settings(), tracing, isElsewhere));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        await().atMost(SOON).until(folder::isSubmitted);
        return new Started(kafka, folder, job, work);
    }

    private record Started(ServicelessKafka kafka, RunFolder folder, RunJob job, CompletableFuture<Void> work)
            implements AutoCloseable {
        @Override
        public void close() throws Exception {
            job.close();
            folder.close();
            kafka.close();
        }
    }

    private record ClusterOf(KafkaSettings kafka, Tracing tracing, boolean isElsewhere) implements Cluster {
        @Override
        public Optional<CostEstimate> estimate(Run run, List<TicketEntry> tickets) {
            return Optional.empty();
        }

        @Override
        public void requireHealthy() {}

        @Override
        public void close() {}
    }

    private record NoView() implements ProgressView {
        @Override
        public void show(RunSnapshot snapshot) {}

        @Override
        public void finish(RunSnapshot snapshot) {}
    }
}
