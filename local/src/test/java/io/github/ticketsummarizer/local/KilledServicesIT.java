package io.github.ticketsummarizer.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.broker.BrokerSettings;
import io.github.ticketsummarizer.broker.EmbeddedBroker;
import io.github.ticketsummarizer.fakes.llm.FakeLlm;
import io.github.ticketsummarizer.fakes.llm.LlmFault;
import io.github.ticketsummarizer.fakes.otlp.OtlpReceiver;
import io.github.ticketsummarizer.fakes.otlp.ReceivedSpan;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.ReportStatus;
import io.github.ticketsummarizer.model.RunSummary;
import io.github.ticketsummarizer.model.TicketReport;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import io.github.ticketsummarizer.streams.runtime.TopicAdmin;
import io.github.ticketsummarizer.telemetry.TraceContext;
import io.github.ticketsummarizer.testing.SpanTree;
import io.github.ticketsummarizer.testing.TopicReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promise of the pipeline, where it costs: processes die at any moment, and nothing is lost and nothing doubled. Every
 * ticket's trace has its root then, and that of a ticket whose stage was killed at work is whole.
 */
class KilledServicesIT {
    private static final int TICKETS = 250;
    private static final int MAX_RECORD_BYTES = 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    Path folder;

    private final Topics topics = new Topics(new Json(), MAX_RECORD_BYTES);
    private final Random random = new Random(11);
    private final OtlpReceiver platform = new OtlpReceiver();
    private final FakeLlm llm = new FakeLlm(Duration.ZERO);
    private ServiceProcesses services;
    private EmbeddedBroker broker;

    @AfterEach
    void stop() {
        services.close();
        broker.close();
        platform.close();
        llm.close();
    }

    @Test
    void everyTicketHasExactlyOneReportWhateverIsKilled() throws IOException {
        platform.start(0, 0);
        llm.start(0);
        broker = startBroker(0);
        KafkaSettings kafka = new KafkaSettings(broker.bootstrapServers(), Map.of(), MAX_RECORD_BYTES);
        try (TopicAdmin admin = new TopicAdmin(kafka)) {
            admin.create(topics.all(), ServiceProcesses.PARTITIONS, Optional.of((short) 1));
        }
        TicketFiles files = new TicketFiles(folder.resolve("tickets"));
        List<String> tickets = files.write(TICKETS);
        services = new ServiceProcesses(folder, kafka, files.folder(), environment());
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
                kill(victims.get(kill), submissions, tickets.getFirst());
                if (kill == victims.size() / 2) {
                    restartBroker();
                }
            }
            RunSummary summary = awaitComplete(summaries, runId);

            assertThat(merged.values())
                    .filteredOn(report -> runId.equals(report.request().runId()))
                    .extracting(report -> report.request().ticketId())
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(tickets);
            assertThat(merged.values())
                    .hasSize(TICKETS + 1)
                    .allMatch(report -> report.reportStatus() == ReportStatus.SUCCESS);
            assertThat(summary.accepted()).isEqualTo(TICKETS);
            assertThat(summary.totals().success()).isEqualTo(TICKETS);
            assertThat(summary.totals().reports()).isEqualTo(TICKETS);
            awaitRoots(merged.values());
        }
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(llm.settings().get("openai"));
        environment.put("PHOENIX_OTLP_ENDPOINT", platform.httpUrl().toString());
        environment.put("OTEL_BSP_SCHEDULE_DELAY", "100");
        return environment;
    }

    private void kill(ServiceName victim, Submissions submissions, String ticketId) {
        if (victim == ServiceName.SYNTHESIS) {
            killAtWork(submissions, ticketId);
        } else {
            services.killAndRestart(victim);
        }
    }

    /** Kills the synthesis while a model that never answers has a ticket, and awaits what becomes of its trace. */
    private void killAtWork(Submissions submissions, String ticketId) {
        String runId = UUID.randomUUID().toString();
        llm.misbehave(LlmFault.HANG);
        submissions.tickets(runId, AnalysisType.POD, "openai", List.of(ticketId));
        Awaitility.await().atMost(PATIENCE).until(() -> llm.log().count() == 1);
        services.killAndRestart(ServiceName.SYNTHESIS);

        String traceId =
                TraceContext.ofRequest("%s:%s:1".formatted(runId, ticketId)).traceId();
        Awaitility.await().atMost(PATIENCE).until(() -> roots().containsKey(traceId));
        assertThat(SpanTree.ofReceived(platform.spans().stream()
                        .filter(span -> span.traceId().equals(traceId))
                        .toList()))
                .isEqualTo("""
                        process_ticket
                          categorize_ticket
                            chat gpt-4.1-mini
                            pod-results publish
                          fetch_ticket
                            raw-tickets publish
                          merge_results
                            merged publish
                          synthesize_ticket
                            chat gpt-4.1-mini
                            synthesized publish
                        """);
    }

    /** A root that was handed over before a kill may come again, the same to the last digit. */
    private void awaitRoots(List<TicketReport> reports) {
        List<String> traceIds = reports.stream().map(TicketReport::traceId).toList();
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(roots().keySet()).containsAll(traceIds));
        assertThat(roots())
                .allSatisfy((traceId, copies) -> assertThat(copies)
                        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("resource")
                        .containsOnly(copies.getFirst()));
    }

    private Map<String, List<ReceivedSpan>> roots() {
        return platform.spans().stream()
                .filter(ReceivedSpan::isRoot)
                .collect(Collectors.groupingBy(ReceivedSpan::traceId));
    }

    /** Each service once, in no order that the pipeline knows. */
    private List<ServiceName> victims() {
        List<ServiceName> victims = new ArrayList<>(List.of(ServiceName.values()));
        Collections.shuffle(victims, random);
        return victims;
    }

    private EmbeddedBroker startBroker(int port) {
        EmbeddedBroker started = new EmbeddedBroker(
                new BrokerSettings(folder.resolve("broker"), port, 2 * MAX_RECORD_BYTES, ServiceProcesses.PARTITIONS));
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
