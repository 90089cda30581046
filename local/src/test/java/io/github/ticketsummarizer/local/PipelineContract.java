package io.github.ticketsummarizer.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.ReportStatus;
import io.github.ticketsummarizer.model.RunSummary;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.StageEvent;
import io.github.ticketsummarizer.model.TicketReport;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import io.github.ticketsummarizer.streams.runtime.StreamsRunner;
import io.github.ticketsummarizer.testing.TopicReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the services promise together, whichever Kafka they run on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PipelineContract {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    static Path folder;

    private Pipeline pipeline;
    private Topics topics;
    private Submissions submissions;
    private TopicReader<TicketReport> merged;
    private TopicReader<RunSummary> summaries;
    private List<String> tickets;

    /** The services on a Kafka. */
    interface Pipeline extends AutoCloseable {
        KafkaSettings kafkaSettings();

        Topics topics();

        List<StreamsRunner> services();

        Optional<Throwable> fault();

        @Override
        void close();
    }

    /** Starts Kafka and, on it, the services. */
    abstract Pipeline start(Path dataFolder, Settings settings);

    @BeforeAll
    void start() {
        TicketFiles files = new TicketFiles(folder.resolve("tickets"));
        tickets = files.write(20);
        Settings settings = new Settings(
                Map.of("TICKET_SOURCE", "file", "TICKET_PATH", files.folder().toString()));
        pipeline = start(folder.resolve("data"), settings);
        topics = pipeline.topics();
        submissions = new Submissions(pipeline.kafkaSettings(), topics);
        merged = new TopicReader<>(pipeline.kafkaSettings().bootstrapServers(), topics.merged());
        summaries = new TopicReader<>(pipeline.kafkaSettings().bootstrapServers(), topics.runSummaries());
    }

    @AfterAll
    void stop() {
        if (pipeline == null) {
            return;
        }
        submissions.close();
        merged.close();
        summaries.close();
        pipeline.close();
    }

    @ParameterizedTest
    @EnumSource(AnalysisType.class)
    void everyTicketOfARunHasOneReportWithWhatWasAskedFor(AnalysisType analysisType) {
        String runId = UUID.randomUUID().toString();
        submissions.run(runId, analysisType, tickets);
        RunSummary summary = complete(runId);
        List<TicketReport> reports = reportsOf(runId);

        assertThat(reports)
                .extracting(report -> report.request().ticketId())
                .containsExactlyInAnyOrderElementsOf(tickets);
        assertThat(reports).allSatisfy(report -> {
            assertThat(report.reportStatus()).isEqualTo(ReportStatus.SUCCESS);
            assertThat(report.synthesis()).isNotNull();
            assertThat(report.categorization() != null).isEqualTo(analysisType != AnalysisType.DIAGNOSTICS);
            assertThat(report.diagnosticsAnalysis() != null).isEqualTo(analysisType != AnalysisType.POD);
            assertThat(report.traceId()).hasSize(32);
            assertThat(report.errors()).isEmpty();
        });
        assertThat(summary.accepted()).isEqualTo(tickets.size());
        assertThat(summary.totals().success()).isEqualTo(tickets.size());
        assertThat(summary.totals().reports()).isEqualTo(tickets.size());
    }

    @Test
    void whatCannotBeFetchedOrIsNoIdIsAFailedReportAndTheRestGoesOn() {
        String runId = UUID.randomUUID().toString();
        submissions.run(runId, AnalysisType.BOTH, List.of(tickets.getFirst(), "404404", "not-an-id"));
        RunSummary summary = complete(runId);

        assertThat(summary.totals().success()).isEqualTo(1);
        assertThat(summary.totals().failed()).isEqualTo(2);
        assertThat(reportsOf(runId))
                .filteredOn(report -> report.reportStatus() == ReportStatus.FAILED)
                .extracting(report -> report.errors().getFirst().errorType())
                .containsExactlyInAnyOrder(ErrorType.TICKET_NOT_FOUND, ErrorType.INVALID_TICKET_ID);
    }

    @Test
    void aSubmissionSentTwiceIsAnsweredOnce() {
        String runId = UUID.randomUUID().toString();
        submissions.run(runId, AnalysisType.POD, tickets);
        submissions.run(runId, AnalysisType.POD, tickets);
        complete(runId);
        String after = UUID.randomUUID().toString();
        submissions.run(after, AnalysisType.POD, tickets);
        complete(after);

        assertThat(reportsOf(runId)).hasSize(tickets.size());
        assertThat(reportsOf(after)).hasSize(tickets.size());
    }

    @Test
    void twoRunsOfTheSameTicketsAtOnceDoNotMix() {
        String one = UUID.randomUUID().toString();
        String other = UUID.randomUUID().toString();
        submissions.run(one, AnalysisType.POD, tickets);
        submissions.run(other, AnalysisType.DIAGNOSTICS, tickets);
        complete(one);
        complete(other);

        assertThat(reportsOf(one)).hasSize(tickets.size()).allMatch(report -> report.diagnosticsAnalysis() == null);
        assertThat(reportsOf(other)).hasSize(tickets.size()).allMatch(report -> report.categorization() == null);
    }

    @Test
    void aBareIdIsAnsweredWithTheDefaultProvidersFailure() {
        submissions.raw(topics.ticketIds().name(), null, tickets.getFirst() + "\n");

        TicketReport report = awaitReport(candidate -> candidate.request().runId() == null
                && candidate.request().ticketId().equals(tickets.getFirst()));
        assertThat(report.reportStatus()).isEqualTo(ReportStatus.FAILED);
        assertThat(report.errors().getFirst().errorType()).isEqualTo(ErrorType.PROVIDER_NOT_CONFIGURED);
        assertThat(report.errors().getFirst().message()).contains("--model-provider offline");
    }

    @Test
    void poisonOnEveryTopicStopsNothing() {
        topics.all().stream()
                .filter(topic -> !topic.equals(topics.deadLetters()))
                .forEach(topic -> submissions.raw(topic.name(), "poison", "\u0000{\"poison\": "));
        String runId = UUID.randomUUID().toString();
        submissions.run(runId, AnalysisType.BOTH, tickets);
        complete(runId);

        assertThat(reportsOf(runId)).hasSize(tickets.size());
        assertThat(pipeline.fault()).isEmpty();
        assertThat(pipeline.services()).allMatch(service -> service.isLive());
        try (TopicReader<byte[]> letters =
                new TopicReader<>(pipeline.kafkaSettings().bootstrapServers(), topics.deadLetters())) {
            List<byte[]> found = new ArrayList<>();
            Awaitility.await().atMost(PATIENCE).until(() -> {
                found.clear();
                found.addAll(letters.values());
                return found.size() >= 8;
            });
            assertThat(found).allSatisfy(value -> assertThat(new String(value)).contains("poison"));
        }
    }

    @Test
    void stageEventsBalance() {
        String runId = UUID.randomUUID().toString();
        submissions.run(runId, AnalysisType.BOTH, tickets);
        complete(runId);

        try (TopicReader<StageEvent> events =
                new TopicReader<>(pipeline.kafkaSettings().bootstrapServers(), topics.stageEvents())) {
            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
                List<StageEvent> ofRun = events.values().stream()
                        .filter(event -> runId.equals(event.runId()))
                        .toList();
                assertThat(count(ofRun, StageEvent.State.ACCEPTED)).isEqualTo(tickets.size());
                assertThat(count(ofRun, StageEvent.State.STARTED)).isEqualTo(4L * tickets.size());
                assertThat(count(ofRun, StageEvent.State.FINISHED)).isEqualTo(4L * tickets.size());
                assertThat(count(ofRun, StageEvent.State.FAILED)).isZero();
            });
        }
    }

    private static long count(List<StageEvent> events, StageEvent.State state) {
        return events.stream().filter(event -> event.state() == state).count();
    }

    private RunSummary complete(String runId) {
        List<RunSummary> found = new ArrayList<>();
        Awaitility.await().atMost(PATIENCE).pollInSameThread().until(() -> {
            found.clear();
            summaries.values().stream()
                    .filter(summary -> summary != null && summary.runId().equals(runId) && summary.complete())
                    .forEach(found::add);
            return !found.isEmpty();
        });
        return found.getLast();
    }

    private List<TicketReport> reportsOf(String runId) {
        return merged.values().stream()
                .filter(report -> runId.equals(report.request().runId()))
                .toList();
    }

    private TicketReport awaitReport(Predicate<TicketReport> wanted) {
        List<TicketReport> found = new ArrayList<>();
        Awaitility.await().atMost(PATIENCE).pollInSameThread().until(() -> {
            merged.values().stream().filter(wanted).forEach(found::add);
            return !found.isEmpty();
        });
        return found.getFirst();
    }
}
