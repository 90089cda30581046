package io.github.ticketsummarizer.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.broker.BrokerSettings;
import io.github.ticketsummarizer.broker.EmbeddedBroker;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.ReportStatus;
import io.github.ticketsummarizer.model.RunSummary;
import io.github.ticketsummarizer.model.TicketReport;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import io.github.ticketsummarizer.streams.runtime.TopicAdmin;
import io.github.ticketsummarizer.testing.TopicReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise of the pipeline, where it costs: processes die at any moment, and nothing is lost and nothing doubled. */
class KilledServicesIT {
    private static final int TICKETS = 250;
    private static final int MAX_RECORD_BYTES = 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    Path folder;

    private final Topics topics = new Topics(new Json(), MAX_RECORD_BYTES);
    private final Random random = new Random(11);
    private ServiceProcesses services;
    private EmbeddedBroker broker;

    @AfterEach
    void stop() {
        services.close();
        broker.close();
    }

    @Test
    void everyTicketHasExactlyOneReportWhateverIsKilled() {
        broker = startBroker(0);
        KafkaSettings kafka = new KafkaSettings(broker.bootstrapServers(), Map.of(), MAX_RECORD_BYTES);
        try (TopicAdmin admin = new TopicAdmin(kafka)) {
            admin.create(topics.all(), EmbeddedPipeline.PARTITIONS, Optional.of((short) 1));
        }
        TicketFiles files = new TicketFiles(folder.resolve("tickets"));
        List<String> tickets = files.write(TICKETS);
        services = new ServiceProcesses(folder, kafka, files.folder());
        services.startAll();

        String runId = UUID.randomUUID().toString();
        try (Submissions submissions = new Submissions(kafka, topics);
                TopicReader<TicketReport> merged = new TopicReader<>(kafka.bootstrapServers(), topics.merged());
                TopicReader<RunSummary> summaries =
                        new TopicReader<>(kafka.bootstrapServers(), topics.runSummaries())) {
            submissions.announce(runId, AnalysisType.BOTH, TICKETS);
            List<ServiceName> victims = victims();
            int batch = TICKETS / victims.size();
            for (int kill = 0; kill < victims.size(); kill++) {
                submissions.tickets(runId, AnalysisType.BOTH, tickets.subList(kill * batch, (kill + 1) * batch));
                int wanted = merged.values().size() + 1 + random.nextInt(batch / 2);
                Awaitility.await()
                        .atMost(PATIENCE)
                        .pollInSameThread()
                        .until(() -> merged.values().size() >= wanted);
                services.killAndRestart(victims.get(kill));
                if (kill == victims.size() / 2) {
                    restartBroker();
                }
            }
            RunSummary summary = awaitComplete(summaries, runId);

            assertThat(merged.values())
                    .extracting(report -> report.request().ticketId())
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(tickets);
            assertThat(merged.values()).allMatch(report -> report.reportStatus() == ReportStatus.SUCCESS);
            assertThat(summary.accepted()).isEqualTo(TICKETS);
            assertThat(summary.totals().success()).isEqualTo(TICKETS);
            assertThat(summary.totals().reports()).isEqualTo(TICKETS);
        }
    }

    /** Each service once, in no order that the pipeline knows. */
    private List<ServiceName> victims() {
        List<ServiceName> victims = new ArrayList<>(List.of(ServiceName.values()));
        Collections.shuffle(victims, random);
        return victims;
    }

    private EmbeddedBroker startBroker(int port) {
        EmbeddedBroker started = new EmbeddedBroker(
                new BrokerSettings(folder.resolve("broker"), port, 2 * MAX_RECORD_BYTES, EmbeddedPipeline.PARTITIONS));
        started.start();
        return started;
    }

    private void restartBroker() {
        String address = broker.bootstrapServers();
        broker.close();
        broker = startBroker(Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)));
    }

    private static RunSummary awaitComplete(TopicReader<RunSummary> summaries, String runId) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInSameThread()
                .until(() -> summaries.values().stream().anyMatch(summary -> isComplete(summary, runId)));
        return summaries.values().stream()
                .filter(summary -> isComplete(summary, runId))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static boolean isComplete(RunSummary summary, String runId) {
        return summary.runId().equals(runId) && summary.complete();
    }
}
