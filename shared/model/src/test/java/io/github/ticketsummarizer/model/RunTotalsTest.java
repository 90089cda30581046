package io.github.ticketsummarizer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunTotalsTest {
    /** Partial: categorized as WFE, Diagnostics failed by a time-out though an analysis stands on it. */
    private final TicketReport golden = golden();

    @Test
    void reportCountsInEveryBreakdownItHasAnAnswerFor() {
        assertThat(RunTotals.of(golden))
                .isEqualTo(new RunTotals(
                        0,
                        1,
                        0,
                        0,
                        0,
                        1,
                        1,
                        Map.of("WFE", 1L),
                        Map.of("confident", 1L),
                        Map.of("unknown", 1L),
                        Map.of("maybe", 1L),
                        Map.of("confident", 1L),
                        6540,
                        1010,
                        0.0014 + 0.0011 + 0.002,
                        3L,
                        0L,
                        1L));
    }

    @Test
    void reportWithoutAnswersCountsOnlyAsFailed() {
        ReportError error = new ReportError(Stage.SYNTHESIS, ErrorType.LLM_TIMEOUT, "no answer within 2m", true, 5);
        ModelCall unpriced =
                new ModelCall("synthesis", "openai", "local", 1, null, null, null, null, null, null, 120_000);
        TicketReport failed = new TicketReport(
                golden.request(),
                ReportStatus.FAILED,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(error),
                List.of(unpriced),
                List.of(),
                null,
                golden.completedAt());

        assertThat(RunTotals.of(failed))
                .isEqualTo(new RunTotals(
                        0, 0, 1, 1, 0, 0, 0, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), 0, 0, 0, 1L, 1L, 0L));
    }

    @Test
    void totalsAddUpNameByName() {
        RunTotals some = new RunTotals(
                1,
                2,
                3,
                4,
                5,
                6,
                7,
                Map.of("WFE", 1L),
                Map.of(),
                Map.of("yes", 2L),
                Map.of(),
                Map.of(),
                8,
                9,
                0.5,
                3L,
                1L,
                2L);
        RunTotals others = new RunTotals(
                10,
                20,
                30,
                40,
                50,
                60,
                70,
                Map.of("WFE", 2L, "Hub", 1L),
                Map.of("confident", 3L),
                Map.of(),
                Map.of("no", 4L),
                Map.of("confident", 5L),
                80,
                90,
                0.25,
                30L,
                10L,
                20L);
        RunTotals sum = new RunTotals(
                11,
                22,
                33,
                44,
                55,
                66,
                77,
                Map.of("Hub", 1L, "WFE", 3L),
                Map.of("confident", 3L),
                Map.of("yes", 2L),
                Map.of("no", 4L),
                Map.of("confident", 5L),
                88,
                99,
                0.75,
                33L,
                11L,
                22L);

        assertThat(some.plus(others)).isEqualTo(sum);
        assertThat(others.plus(some)).isEqualTo(sum);
        assertThat(sum.plus(RunTotals.NONE)).isEqualTo(sum);
        assertThat(sum.plus(golden)).isEqualTo(sum.plus(RunTotals.of(golden)));
        assertThat(sum.reports()).isEqualTo(66);
    }

    private static TicketReport golden() {
        try (InputStream json = RunTotalsTest.class.getResourceAsStream("/golden/v1/ticket-report.json")) {
            return new Json().mapper().readValue(json, TicketReport.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
