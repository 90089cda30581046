package io.github.ticketsummarizer.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.fakes.http.Fault;
import io.github.ticketsummarizer.fakes.http.FaultPlan;
import io.github.ticketsummarizer.fakes.zendesk.Credentials;
import io.github.ticketsummarizer.fakes.zendesk.FakeTicket;
import io.github.ticketsummarizer.fakes.zendesk.FakeZendesk;
import io.github.ticketsummarizer.fakes.zendesk.Limits;
import io.github.ticketsummarizer.fakes.zendesk.MadeUpTickets;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.ReportStatus;
import io.github.ticketsummarizer.model.RunSummary;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.TicketReport;
import io.github.ticketsummarizer.testing.TopicReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tickets from an account that answers badly, through the whole pipeline. */
class ZendeskPipelineIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Limits LIMITS = Limits.DEFAULT.withAccount(2_500);
    private static final int SHARE_OF_LIMIT = 1_250;

    @TempDir
    private Path folder;

    @Test
    void everyTicketHasAReportThoughAFifthOfAllCallsGoesWrong() throws Exception {
        List<FakeTicket> tickets = MadeUpTickets.of(400, 3);
        List<String> ids = new ArrayList<>(
                tickets.stream().map(ticket -> Long.toString(ticket.id())).toList());
        ids.add("404404");
        try (FakeZendesk zendesk = new FakeZendesk(tickets, LIMITS)) {
            zendesk.start(0);
            zendesk.faults(FaultPlan.share(0.2, 1, Fault.ofEveryKind()));

            List<TicketReport> reports = reports(zendesk, ids);

            assertThat(reports)
                    .extracting(report -> report.request().ticketId())
                    .containsExactlyInAnyOrderElementsOf(ids);
            assertThat(reports)
                    .filteredOn(report -> report.reportStatus() != ReportStatus.SUCCESS)
                    .singleElement()
                    .satisfies(report -> {
                        assertThat(report.request().ticketId()).isEqualTo("404404");
                        assertThat(report.errors().getFirst().errorType()).isEqualTo(ErrorType.TICKET_NOT_FOUND);
                    });
            assertThat(zendesk.log().highestInAMinute()).isLessThanOrEqualTo(SHARE_OF_LIMIT);
            assertThat(zendesk.log().count(exchange -> exchange.status() == 429 && exchange.fault() == null))
                    .as("refusals by the limit itself")
                    .isZero();
            assertThat(zendesk.log().count())
                    .as("calls; a seventh of all that are made fails, and is made again")
                    .isLessThan(ids.size() * 13 / 10);
        }
    }

    private List<TicketReport> reports(FakeZendesk zendesk, List<String> ids) {
        String runId = UUID.randomUUID().toString();
        List<TicketReport> reports = new ArrayList<>();
        try (EmbeddedPipeline pipeline = new EmbeddedPipeline(folder, 0, settings(zendesk))) {
            pipeline.start();
            String servers = pipeline.kafkaSettings().bootstrapServers();
            try (Submissions submissions = new Submissions(pipeline.kafkaSettings(), pipeline.topics());
                    TopicReader<TicketReport> merged =
                            new TopicReader<>(servers, pipeline.topics().merged());
                    TopicReader<RunSummary> summaries =
                            new TopicReader<>(servers, pipeline.topics().runSummaries())) {
                submissions.run(runId, AnalysisType.POD, ids);
                Awaitility.await()
                        .atMost(PATIENCE)
                        .pollInSameThread()
                        .until(() -> summaries.values().stream().anyMatch(RunSummary::complete));
                Awaitility.await()
                        .atMost(PATIENCE)
                        .pollInSameThread()
                        .until(() -> merged.values().size() >= ids.size());
                reports.addAll(merged.values());
            }
        }
        return reports;
    }

    private static Settings settings(FakeZendesk zendesk) {
        return new Settings(Map.of(
                "ZENDESK_BASE_URL", zendesk.url().toString(),
                "ZENDESK_CLIENT_ID", Credentials.DEFAULT.clientId(),
                "ZENDESK_CLIENT_SECRET", Credentials.DEFAULT.clientSecret(),
                "ZENDESK_RATE_LIMIT", Integer.toString(LIMITS.account()),
                "ZENDESK_REQUEST_TIMEOUT", "2s",
                "RETRY_BACKOFF_MAX", "2s"));
    }
}
