package io.github.ticketsummarizer.aggregator;

import static io.github.ticketsummarizer.aggregator.Samples.NOW;
import static io.github.ticketsummarizer.aggregator.Samples.RUN_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.RunSummary;
import io.github.ticketsummarizer.model.RunTotals;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.TicketRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunSummaryTest {
    private static final Duration INTERVAL = AggregatorFixture.SETTINGS.runSummaryInterval();

    private final AggregatorFixture aggregator = new AggregatorFixture();

    @AfterEach
    void close() {
        aggregator.close();
    }

    @Test
    void summaryCountsLiveAndIsSentAtMostOncePerInterval() {
        aggregator.send(Samples.run(3));
        succeed("1");
        aggregator.send(Samples.accepted(request("2")));
        assertThat(aggregator.summaries()).isEmpty();

        aggregator.pass(INTERVAL);
        assertThat(aggregator.summaries())
                .containsExactly(new RunSummary(RUN_ID, Samples.run(3), 2, totals(1, 0), false, NOW));

        aggregator.pass(INTERVAL);
        assertThat(aggregator.summaries()).isEmpty();
    }

    @Test
    void completeSummaryIsSentAtOnce() {
        aggregator.send(Samples.run(2));
        succeed("1");
        aggregator.send(Samples.failure(request("2"), Stage.SYNTHESIS, ErrorType.LLM_TIMEOUT));

        assertThat(aggregator.summaries())
                .containsExactly(new RunSummary(RUN_ID, Samples.run(2), 2, totals(1, 1), true, NOW));
        aggregator.pass(INTERVAL);
        assertThat(aggregator.summaries()).isEmpty();
    }

    @Test
    void runThatIsKnownOnlyAfterItsReportsIsCompleteThen() {
        succeed("1");
        aggregator.pass(INTERVAL);
        assertThat(aggregator.summaries()).containsExactly(new RunSummary(RUN_ID, null, 1, totals(1, 0), false, NOW));

        aggregator.send(Samples.run(1));

        assertThat(aggregator.summaries())
                .containsExactly(new RunSummary(RUN_ID, Samples.run(1), 1, totals(1, 0), true, NOW.plus(INTERVAL)));
    }

    @Test
    void runRecordSentAgainDecidesAnewWhetherTheRunIsComplete() {
        aggregator.send(Samples.run(1));
        succeed("1");
        assertThat(aggregator.summaries()).extracting(RunSummary::complete).containsExactly(true);

        aggregator.send(Samples.run(2));
        aggregator.pass(INTERVAL);
        assertThat(aggregator.summaries())
                .containsExactly(new RunSummary(RUN_ID, Samples.run(2), 1, totals(1, 0), false, NOW));

        succeed("2");
        assertThat(aggregator.summaries())
                .containsExactly(new RunSummary(RUN_ID, Samples.run(2), 2, totals(2, 0), true, NOW.plus(INTERVAL)));
    }

    @Test
    void repeatedAndLatePartsDoNotCountAgain() {
        aggregator.send(Samples.run(1));
        aggregator.send(Samples.accepted(request("1")));
        aggregator.send(Samples.accepted(request("1")));
        succeed("1");
        aggregator.summaries();
        succeed("1");
        aggregator.send(Samples.run(1));

        aggregator.pass(INTERVAL);

        assertThat(aggregator.summaries())
                .containsExactly(new RunSummary(RUN_ID, Samples.run(1), 1, totals(1, 0), true, NOW));
    }

    @Test
    void acceptanceCountsEvenIfTheReportOvertakesIt() {
        aggregator.send(Samples.run(1));
        aggregator.send(Samples.failure(request("1"), Stage.SYNTHESIS, ErrorType.LLM_TIMEOUT));
        aggregator.send(Samples.accepted(request("1")));

        assertThat(aggregator.summaries()).extracting(RunSummary::accepted).containsExactly(1L);
    }

    @Test
    void runsAreCountedApartAndTicketsWithoutRunNotAtAll() {
        aggregator.send(Samples.accepted(Samples.request("1", "run-1", AnalysisType.POD)));
        aggregator.send(Samples.accepted(Samples.request("1", "run-2", AnalysisType.POD)));
        aggregator.send(Samples.accepted(Samples.request("1", null, AnalysisType.POD)));

        aggregator.pass(INTERVAL);

        assertThat(aggregator.summaries())
                .containsExactly(
                        new RunSummary("run-1", null, 1, RunTotals.NONE, false, NOW),
                        new RunSummary("run-2", null, 1, RunTotals.NONE, false, NOW));
    }

    @Test
    void summaryOfAnUnknownFormStartsAnew() {
        aggregator.leaveBehind(RunSummaryProcessor.STORE, RUN_ID, "not a summary".getBytes(StandardCharsets.UTF_8));

        aggregator.send(Samples.run(1));
        aggregator.pass(INTERVAL);

        assertThat(aggregator.summaries())
                .containsExactly(new RunSummary(RUN_ID, Samples.run(1), 0, RunTotals.NONE, false, NOW));
    }

    private void succeed(String ticketId) {
        aggregator.send(Samples.synthesized(request(ticketId)));
        aggregator.send(Samples.podResult(request(ticketId)));
    }

    private static TicketRequest request(String ticketId) {
        return Samples.request(ticketId, RUN_ID, AnalysisType.POD);
    }

    /** Each success is of POD WFE with two calls; each failure is one of the synthesis; all are escalated. */
    private static RunTotals totals(long success, long failed) {
        return new RunTotals(
                success,
                0,
                failed,
                failed,
                0,
                0,
                success + failed,
                Map.of("WFE", success),
                Map.of("confident", success),
                Map.of(),
                Map.of(),
                Map.of(),
                200 * success,
                20 * success,
                success,
                2 * success,
                0L,
                0L);
    }
}
