package io.github.ticketsummarizer.aggregator;

import static io.github.ticketsummarizer.aggregator.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.ReportError;
import io.github.ticketsummarizer.model.ReportStatus;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.StageEvent;
import io.github.ticketsummarizer.model.TicketFailure;
import io.github.ticketsummarizer.model.TicketReport;
import io.github.ticketsummarizer.model.TicketRequest;
import io.github.ticketsummarizer.testing.LogCapture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Records that could not be read, entries that cannot be, and reports that cannot be made. */
class DefectTest {
    private static final Duration DEADLINE = AggregatorFixture.SETTINGS.ticketDeadline();
    private static final ReportError UNREADABLE =
            new ReportError(Stage.SYNTHESIS, ErrorType.INTERNAL, "cannot be read", false, 0);

    private static final String TEXT = "Pat Doe cannot log in";

    private final TicketRequest request = Samples.request(AnalysisType.POD);

    @Test
    void failureWithoutRequestClosesTheTicketThatWasAccepted() {
        try (AggregatorFixture aggregator = new AggregatorFixture()) {
            aggregator.send(Samples.accepted(request));

            aggregator.send(Samples.unreadable(request, Stage.SYNTHESIS));

            assertThat(aggregator.reports()).singleElement().satisfies(report -> {
                assertThat(report.request()).isEqualTo(request);
                assertThat(report.reportStatus()).isEqualTo(ReportStatus.FAILED);
                assertThat(report.errors()).containsExactly(UNREADABLE);
            });
        }
    }

    @Test
    void failureWithoutRequestWaitsForWhatBringsIt() {
        try (AggregatorFixture aggregator = new AggregatorFixture()) {
            aggregator.send(Samples.unreadable(request, Stage.SYNTHESIS));
            assertThat(aggregator.reports()).isEmpty();

            aggregator.send(Samples.accepted(request));

            assertThat(aggregator.reports()).singleElement().satisfies(report -> {
                assertThat(report.request()).isEqualTo(request);
                assertThat(report.errors()).containsExactly(UNREADABLE);
            });
        }
    }

    @Test
    void failureOfARequestThatNobodyAcceptedIsForgottenAtTheDeadline() {
        try (AggregatorFixture aggregator = new AggregatorFixture()) {
            aggregator.send(Samples.unreadable(request, Stage.SYNTHESIS));

            aggregator.pass(DEADLINE);

            assertThat(aggregator.reports()).isEmpty();
            assertThat(aggregator.openRequests()).isEmpty();
        }
    }

    @Test
    void entryOfAnUnknownFormFailsItsTicketWithTheNextPart() {
        try (AggregatorFixture aggregator = new AggregatorFixture()) {
            aggregator.leaveBehind(
                    OpenEntries.STORE, request.requestId(), "not an entry".getBytes(StandardCharsets.UTF_8));

            aggregator.send(Samples.synthesized(request));

            assertThat(aggregator.reports()).singleElement().satisfies(report -> {
                assertThat(report.reportStatus()).isEqualTo(ReportStatus.FAILED);
                assertThat(report.synthesis()).isEqualTo(Samples.SYNTHESIS);
                assertThat(report.errors())
                        .extracting(ReportError::stage, ReportError::errorType)
                        .containsExactly(tuple(Stage.MERGE, ErrorType.INTERNAL));
            });
        }
    }

    @Test
    void reportThatCannotBeMadeFailsItsOwnTicketOnly() {
        try (LogCapture log = new LogCapture();
                AggregatorFixture aggregator =
                        new AggregatorFixture(AggregatorFixture.SETTINGS, new BrokenFor(request))) {
            TicketRequest sound = Samples.request("1", null, AnalysisType.POD);
            for (TicketRequest each : new TicketRequest[] {request, sound}) {
                aggregator.send(Samples.synthesized(each));
                aggregator.send(Samples.podResult(each));
            }

            assertThat(aggregator.reports())
                    .extracting(TicketReport::request, TicketReport::reportStatus)
                    .containsExactly(tuple(request, ReportStatus.FAILED), tuple(sound, ReportStatus.SUCCESS));
            assertThat(log.lines())
                    .anyMatch(line -> line.contains("the report cannot be made")
                            && line.contains("java.lang.IllegalStateException")
                            && line.contains("BrokenFor.requireSound"))
                    .noneMatch(line -> line.contains(TEXT));
        }
    }

    @Test
    void overdueReportThatCannotBeMadeFailsItsOwnTicketOnce() {
        try (AggregatorFixture aggregator = new AggregatorFixture(AggregatorFixture.SETTINGS, new BrokenFor(request))) {
            TicketRequest sound = Samples.request("1", null, AnalysisType.POD);
            aggregator.send(Samples.accepted(request));
            aggregator.send(Samples.accepted(sound));

            aggregator.pass(DEADLINE);
            aggregator.pass(DEADLINE);

            assertThat(aggregator.reports())
                    .satisfiesExactlyInAnyOrder(
                            report -> {
                                assertThat(report.request()).isEqualTo(request);
                                assertThat(report.errors())
                                        .containsExactly(new ReportError(
                                                Stage.MERGE,
                                                ErrorType.INTERNAL,
                                                "the report cannot be made (IllegalStateException); what was found lies on the topics of its stages",
                                                false,
                                                1));
                            },
                            report -> {
                                assertThat(report.request()).isEqualTo(sound);
                                assertThat(report.errors())
                                        .extracting(ReportError::errorType)
                                        .containsExactly(ErrorType.DEADLINE_EXCEEDED);
                            });
        }
    }

    @Test
    void acceptanceInTheFarFutureDoesNotDisturbTheOthers() {
        try (AggregatorFixture aggregator = new AggregatorFixture()) {
            TicketRequest sound = Samples.request("1", null, AnalysisType.POD);
            aggregator.send(StageEvent.accepted(request, Instant.MAX));
            aggregator.send(Samples.accepted(sound));

            aggregator.pass(DEADLINE);

            assertThat(aggregator.reports()).extracting(TicketReport::request).containsExactly(sound);
        }
    }

    @Test
    void messageOfAFailureIsCutToALength() {
        String endless = "x".repeat(Parts.MESSAGE_MAX_CHARACTERS - 1) + "\uD83D\uDE00".repeat(50);
        try (AggregatorFixture aggregator = new AggregatorFixture()) {
            aggregator.send(Samples.accepted(request));
            aggregator.send(TicketFailure.unreadable(request.requestId(), null, Stage.FETCH, endless, NOW));

            assertThat(aggregator.reports().getFirst().errors().getFirst().message())
                    .isEqualTo("x".repeat(Parts.MESSAGE_MAX_CHARACTERS - 1));
        }
    }

    /** Cannot make the report of one request. */
    private static final class BrokenFor extends ReportAssembler {
        private final TicketRequest broken;

        BrokenFor(TicketRequest broken) {
            super(DEADLINE);
            this.broken = broken;
        }

        @Override
        TicketReport complete(OpenEntry entry, TicketRequest request, Instant now) {
            requireSound(request);
            return super.complete(entry, request, now);
        }

        @Override
        TicketReport overdue(OpenEntry entry, TicketRequest request, Instant now) {
            requireSound(request);
            return super.overdue(entry, request, now);
        }

        private void requireSound(TicketRequest request) {
            if (request.equals(broken)) {
                throw new IllegalStateException(TEXT);
            }
        }
    }
}
