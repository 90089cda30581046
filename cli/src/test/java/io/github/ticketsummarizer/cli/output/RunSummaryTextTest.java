package io.github.ticketsummarizer.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.ModelCall;
import io.github.ticketsummarizer.model.TicketReport;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RunSummaryTextTest {
    private static final ModelCall PRICED = call(900L, 0.0012);
    private static final ModelCall UNLISTED = call(900L, null);
    private static final ModelCall UNCOUNTED = call(null, null);

    private final SampleReports samples = new SampleReports(AnalysisType.POD);

    @ParameterizedTest
    @MethodSource("costs")
    void aCostThatIsNotWholeSaysWhatIsMissing(List<ModelCall> calls, String cost) {
        OutputTotals totals = new OutputTotals(AnalysisType.POD, 1);
        totals.add(withCalls(samples.whole("1", "78788").report(), calls));
        RunFacts facts = new RunFacts(
                samples.run(1), ZoneOffset.UTC, Instant.parse("2026-03-01T04:35:09Z"), Duration.ofSeconds(8));

        assertThat(new RunSummaryText(facts, totals).of(List.of()).lines()).contains("Cost                  " + cost);
    }

    private static Stream<Arguments> costs() {
        return Stream.of(
                Arguments.of(List.of(PRICED, PRICED), "0.0024 USD, 2.40 USD per 1,000 tickets"),
                Arguments.of(
                        List.of(PRICED, UNLISTED),
                        "0.0012 USD for 1 of 2 calls; prices.yaml has no price for the others"),
                Arguments.of(
                        List.of(PRICED, UNCOUNTED),
                        "0.0012 USD for 1 of 2 calls; tokens were not counted for the others"),
                Arguments.of(
                        List.of(PRICED, UNLISTED, UNCOUNTED, UNCOUNTED),
                        "0.0012 USD for 1 of 4 calls; prices.yaml has no price for 1, and tokens were not counted for 2"),
                Arguments.of(List.of(UNLISTED), "not known: prices.yaml has no price for the models that answered"),
                Arguments.of(List.of(UNCOUNTED), "not known: tokens were not counted for the models that answered"));
    }

    private static ModelCall call(@Nullable Long tokens, @Nullable Double costUsd) {
        return new ModelCall("synthesis", "openai", "local", 1, null, tokens, null, tokens, null, costUsd, 40);
    }

    private static TicketReport withCalls(TicketReport report, List<ModelCall> calls) {
        return new TicketReport(
                report.request(),
                report.reportStatus(),
                report.ticket(),
                report.synthesis(),
                report.categorization(),
                report.diagnosticsAnalysis(),
                report.taxonomyVersion(),
                report.guideVersion(),
                report.errors(),
                calls,
                report.timings(),
                report.traceId(),
                report.completedAt());
    }
}
