package io.github.ticketsummarizer.telemetry.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.ModelCall;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.ReportError;
import io.github.ticketsummarizer.model.ReportStatus;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.StageTiming;
import io.github.ticketsummarizer.model.TicketReport;
import io.github.ticketsummarizer.model.TicketRequest;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TicketMetricsTest {
    private static final Instant T0 = Instant.parse("2026-03-02T09:15:00Z");
    private static final String CALL_LABELS = "gen_ai_operation_name=\"chat\",gen_ai_provider_name=\"gcp.gemini\","
            + "gen_ai_response_model=\"gemini-2.5-flash\"";

    private static final ModelCall UNCOUNTED =
            new ModelCall("synthesis", "gemini", "gemini-2.5-flash", 3, null, null, null, null, null, null, 500);

    private final PrometheusPage page = new PrometheusPage();
    private final SdkMeterProvider provider =
            SdkMeterProvider.builder().registerMetricReader(page.reader()).build();
    private final TicketMetrics metrics = new TicketMetrics(provider.get("test"));

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void reportsAreCountedByOutcome() {
        metrics.reported(report(ReportStatus.SUCCESS, List.of(), List.of()));
        metrics.reported(report(ReportStatus.SUCCESS, List.of(), List.of()));
        metrics.reported(report(
                ReportStatus.FAILED,
                List.of(new ReportError(Stage.SYNTHESIS, ErrorType.LLM_TIMEOUT, "late", true, 10)),
                List.of()));

        assertThat(page.text().lines())
                .contains(
                        "ticket_summarizer_tickets_total{analysis_type=\"both\",outcome=\"success\"} 2.0",
                        "ticket_summarizer_tickets_total{analysis_type=\"both\",outcome=\"failed\"} 1.0",
                        "ticket_summarizer_stage_failures_total{error_type=\"llm_timeout\",stage=\"synthesis\"} 1.0");
    }

    @Test
    void whatIsKnownBeforehandIsCountedFromZeroSoThatTheFirstTicketsAreAnIncrease() {
        assertThat(page.text().lines().filter(line -> line.startsWith("ticket_summarizer_")))
                .hasSize(3 * 3 + 5)
                .allMatch(line -> line.endsWith("} 0.0"))
                .contains(
                        "ticket_summarizer_tickets_total{analysis_type=\"both\",outcome=\"failed\"} 0.0",
                        "ticket_summarizer_stage_retries_total{stage=\"fetch\"} 0.0");
    }

    @Test
    void aProviderThatIsCalledHasRefusedNothingAtFirst() {
        new ProviderMetrics(provider.get("test")).waited("gemini", Duration.ZERO);
        new ZendeskMetrics(provider.get("test")).waited("/api/v2/tickets", Duration.ZERO);

        assertThat(page.text().lines())
                .contains(
                        "ticket_summarizer_llm_rate_limited_total{gen_ai_provider_name=\"gcp.gemini\"} 0.0",
                        "ticket_summarizer_zendesk_rate_limited_total{url_template=\"/api/v2/tickets\"} 0.0");
    }

    @Test
    void stagesTellHowLongTicketsWaitedAndWereWorkedOn() {
        metrics.reported(report(ReportStatus.SUCCESS, List.of(), List.of()));

        assertThat(page.text().lines())
                .contains(
                        "ticket_summarizer_stage_queue_duration_seconds_sum{stage=\"synthesis\"} 3.5",
                        "ticket_summarizer_stage_duration_seconds_sum{stage=\"synthesis\"} 2.0",
                        "ticket_summarizer_stage_duration_seconds_count{stage=\"synthesis\"} 1",
                        "ticket_summarizer_stage_retries_total{stage=\"synthesis\"} 2.0");
    }

    @Test
    void aTicketThatAStageGaveUpBeforeAnyAttemptHasNoTimeOfOne() {
        TicketReport rejected = report(
                ReportStatus.FAILED,
                List.of(new ReportError(Stage.FETCH, ErrorType.INVALID_TICKET_ID, "no id", false, 0)),
                List.of(),
                new StageTiming(Stage.FETCH, T0, T0, T0, 0));

        metrics.reported(rejected);

        assertThat(page.text().lines())
                .contains(
                        "ticket_summarizer_stage_failures_total{error_type=\"invalid_ticket_id\",stage=\"fetch\"} 1.0")
                .noneMatch(line -> line.startsWith("ticket_summarizer_stage_duration_seconds"));
    }

    @Test
    void callsTellTokensAndCostByProviderModelAndPromptVersion() {
        metrics.reported(
                report(ReportStatus.SUCCESS, List.of(), List.of(call(0.25), call(0.5), call(null), UNCOUNTED)));

        assertThat(page.text().lines())
                .contains(
                        "ticket_summarizer_llm_cost_total{%s,prompt_version=\"3\",task=\"synthesis\"} 0.75"
                                .formatted(CALL_LABELS),
                        "ticket_summarizer_llm_unpriced_calls_total{%s,prompt_version=\"3\",reason=\"no_price\",task=\"synthesis\"} 1.0"
                                .formatted(CALL_LABELS),
                        "ticket_summarizer_llm_unpriced_calls_total{%s,prompt_version=\"3\",reason=\"no_tokens\",task=\"synthesis\"} 1.0"
                                .formatted(CALL_LABELS),
                        "gen_ai_client_token_usage_sum{gen_ai_operation_name=\"chat\",gen_ai_provider_name=\"gcp.gemini\","
                                + "gen_ai_response_model=\"gemini-2.5-flash\",gen_ai_token_type=\"input\","
                                + "prompt_version=\"3\",task=\"synthesis\"} 3600.0",
                        "gen_ai_client_operation_duration_seconds_sum{%s,prompt_version=\"3\",task=\"synthesis\"} 3.2"
                                .formatted(CALL_LABELS));
    }

    @Test
    void whatAServerCallsItsModelMakesFewLabels() {
        List<ModelCall> calls = Stream.concat(
                        Stream.of(call("karen.aldous/4111111111111111", 1.0)),
                        IntStream.range(0, 1_000).mapToObj(i -> call("model-" + i, 1.0)))
                .toList();

        metrics.reported(report(ReportStatus.SUCCESS, List.of(), calls));

        assertThat(page.text().lines().filter(line -> line.startsWith("ticket_summarizer_llm_cost_total{")))
                .hasSize(101)
                .noneMatch(line -> line.contains("karen"))
                .anyMatch(line -> line.contains("gen_ai_response_model=\"other\"") && line.endsWith(" 901.0"));
    }

    private static ModelCall call(@Nullable Double cost) {
        return call("gemini-2.5-flash", cost);
    }

    private static ModelCall call(String model, @Nullable Double cost) {
        return new ModelCall("synthesis", "gemini", model, 3, null, 1200L, null, 30L, null, cost, 900);
    }

    private static TicketReport report(ReportStatus status, List<ReportError> errors, List<ModelCall> calls) {
        StageTiming synthesis = new StageTiming(Stage.SYNTHESIS, T0, T0.plusMillis(3500), T0.plusMillis(5500), 3);
        return report(status, errors, calls, synthesis);
    }

    private static TicketReport report(
            ReportStatus status, List<ReportError> errors, List<ModelCall> calls, StageTiming timing) {
        TicketRequest request = new TicketRequest(
                "run:78788:1", "78788", null, "run", AnalysisType.BOTH, "gemini", new PromptVersions(3, 3, 3), T0);
        return new TicketReport(
                request, status, null, null, null, null, null, null, errors, calls, List.of(timing), null, T0);
    }
}
