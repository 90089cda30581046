package io.github.ticketsummarizer.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.fakes.llm.FakeLlm;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.TicketReport;
import io.github.ticketsummarizer.telemetry.TraceContext;
import io.github.ticketsummarizer.telemetry.attribute.Langfuse;
import io.github.ticketsummarizer.testing.RecordedSpans;
import io.github.ticketsummarizer.testing.SpanTree;
import io.github.ticketsummarizer.testing.TopicReader;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The trace of a ticket as the platforms get it from the whole pipeline. */
class TraceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LATENCY = Duration.ofMillis(400);
    private static final String MODEL = "gpt-4.1-mini";

    @TempDir
    static Path folder;

    private static FakeLlm llm;
    private static RecordedSpans spans;
    private static EmbeddedPipeline pipeline;
    private static Submissions submissions;
    private static TopicReader<TicketReport> merged;
    private static List<String> tickets;

    @BeforeAll
    static void start() throws IOException {
        TicketFiles files = new TicketFiles(folder.resolve("tickets"));
        tickets = files.write(3);
        llm = new FakeLlm(LATENCY);
        llm.start(0);
        Map<String, String> settings = new HashMap<>(llm.settings().get("openai"));
        settings.putAll(Map.of(
                "OPENAI_MODEL",
                MODEL,
                "TICKET_SOURCE",
                "file",
                "TICKET_PATH",
                files.folder().toString(),
                "DEFAULT_MODEL_PROVIDER",
                "offline"));
        spans = new RecordedSpans(2);
        pipeline = new EmbeddedPipeline(folder.resolve("data"), 0, new Settings(settings), spans.tracing());
        pipeline.start();
        submissions = new Submissions(pipeline.kafkaSettings(), pipeline.topics());
        merged = new TopicReader<>(
                pipeline.kafkaSettings().bootstrapServers(), pipeline.topics().merged());
    }

    @AfterAll
    static void stop() {
        submissions.close();
        merged.close();
        pipeline.close();
        spans.close();
        llm.close();
    }

    @ParameterizedTest
    @EnumSource(AnalysisType.class)
    void basic(AnalysisType analysisType) {
        String runId = submit("offline", analysisType, tickets.getFirst());

        List<SpanData> trace = trace(runId, tickets.getFirst());
        assertThat(SpanTree.of(trace)).isEqualTo(tree(analysisType, "offline-baseline-1"));
        assertThat(trace)
                .allSatisfy(span -> assertThat(attributes(span))
                        .containsEntry("session.id", runId)
                        .containsEntry("run_id", runId)
                        .containsEntry("ticket_id", tickets.getFirst())
                        .containsEntry("analysis_type", analysisType.wireName())
                        .containsEntry("langfuse.trace.name", "process_ticket")
                        .containsEntry("tag.tags", List.of(analysisType.wireName(), "offline"))
                        .containsKey("openinference.span.kind"));
        assertThat(trace)
                .filteredOn(span -> !"LLM".equals(attributes(span).get("openinference.span.kind")))
                .allSatisfy(span -> assertThat(attributes(span).keySet())
                        .noneMatch(key -> key.startsWith("llm.") || key.startsWith("gen_ai.")));
        assertThat(only(trace, "process_ticket").getLinks())
                .extracting(LinkData::getSpanContext)
                .extracting(context -> context.getSpanId())
                .containsExactly(TraceContext.ofRun(runId).spanId());
        assertThat(only(trace, "process_ticket").getStatus().getStatusCode()).isEqualTo(StatusCode.OK);
    }

    @Test
    void dualExport() {
        String runId = submit("offline", AnalysisType.BOTH, tickets.getFirst());
        String traceId = trace(runId, tickets.getFirst()).getFirst().getTraceId();

        assertThat(spans.of(1))
                .filteredOn(span -> span.getTraceId().equals(traceId))
                .containsExactlyInAnyOrderElementsOf(spans.ofTrace(traceId));
    }

    @Test
    void parallel() {
        String runId = submit("openai", AnalysisType.BOTH, tickets.getFirst());

        List<SpanData> trace = trace(runId, tickets.getFirst());
        assertThat(SpanTree.of(trace)).isEqualTo(tree(AnalysisType.BOTH, MODEL));
        SpanData pod = only(trace, "categorize_ticket");
        SpanData diagnostics = only(trace, "analyze_diagnostics");
        assertThat(pod.getParentSpanId()).isEqualTo(diagnostics.getParentSpanId());
        assertThat(pod.getStartEpochNanos()).isLessThan(diagnostics.getEndEpochNanos());
        assertThat(diagnostics.getStartEpochNanos()).isLessThan(pod.getEndEpochNanos());
    }

    @Test
    void error() {
        String runId = submit("offline", AnalysisType.BOTH, tickets.get(0), "404404", "not-an-id", tickets.get(1));

        List<SpanData> failed = trace(runId, "404404");
        assertThat(SpanTree.of(failed)).isEqualTo("""
                process_ticket
                  fetch_ticket
                    ticket-failures publish
                  merge_results
                    merged publish
                """);
        assertThat(List.of(only(failed, "process_ticket"), only(failed, "fetch_ticket")))
                .allSatisfy(span -> {
                    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
                    assertThat(attributes(span))
                            .containsEntry("error.type", "ticket_not_found")
                            .containsEntry("processing_status", "failed");
                    assertThat(span.getEvents()).extracting(EventData::getName).contains("exception");
                });
        assertThat(attributes(only(trace(runId, "not-an-id"), "fetch_ticket")))
                .containsEntry("error.type", "invalid_ticket_id");
        assertThat(SpanTree.of(trace(runId, tickets.get(0)))).isEqualTo(tree(AnalysisType.BOTH, "offline-baseline-1"));
        assertThat(SpanTree.of(trace(runId, tickets.get(1)))).isEqualTo(tree(AnalysisType.BOTH, "offline-baseline-1"));
    }

    @Test
    void providerFlexibility() {
        String offline = submit("offline", AnalysisType.POD, tickets.getFirst());
        String openai = submit("openai", AnalysisType.POD, tickets.getFirst());

        List<SpanData> one = trace(offline, tickets.getFirst());
        List<SpanData> other = trace(openai, tickets.getFirst());
        assertThat(SpanTree.of(one)).isEqualTo(tree(AnalysisType.POD, "offline-baseline-1"));
        assertThat(SpanTree.of(other)).isEqualTo(tree(AnalysisType.POD, MODEL));
        SpanData call = other.stream()
                .filter(span -> "synthesis".equals(span.getAttributes().get(Langfuse.PROMPT_NAME)))
                .findFirst()
                .orElseThrow();
        assertThat(attributes(call))
                .containsEntry("openinference.span.kind", "LLM")
                .containsEntry("llm.provider", "openai")
                .containsEntry("gen_ai.provider.name", "openai")
                .containsEntry("gen_ai.operation.name", "chat")
                .containsEntry("llm.prompt_template.version", Integer.toString(PromptVersions.DEFAULT.synthesis()))
                .containsEntry("llm.input_messages.0.message.role", "system")
                .containsEntry("llm.input_messages.1.message.role", "user")
                .containsEntry("llm.output_messages.0.message.role", "assistant")
                .containsEntry("llm.finish_reason", "stop")
                .containsEntry("gen_ai.conversation.id", openai)
                .containsEntry("repair", false)
                .containsKeys(
                        "input.value",
                        "output.value",
                        "llm.prompt_template.template",
                        "llm.prompt_template.variables",
                        "llm.invocation_parameters",
                        "llm.token_count.prompt",
                        "llm.token_count.completion",
                        "llm.token_count.total",
                        "prompt_length");
    }

    @Test
    void aRecordWithoutHeadersHasATraceOfItsOwn() {
        submissions.raw(pipeline.topics().ticketIds().name(), null, tickets.get(2) + "\n");

        TicketReport report = awaitReport(null, tickets.get(2));
        List<SpanData> trace = wholeTrace(report.traceId());
        assertThat(SpanTree.of(trace)).isEqualTo(tree(AnalysisType.BOTH, "offline-baseline-1"));
        assertThat(only(trace, "process_ticket").getLinks()).isEmpty();
        assertThat(attributes(only(trace, "process_ticket"))).doesNotContainKey("session.id");
    }

    @Test
    void aCallersOwnTraceIsPointedToAndDoesNotSilenceOurs() {
        String runId = UUID.randomUUID().toString();
        String traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";
        submissions.raw(
                pipeline.topics().ticketIds().name(),
                tickets.getFirst(),
                "{\"ticket_id\": \"%s\", \"run_id\": \"%s\"}".formatted(tickets.getFirst(), runId),
                Map.of("traceparent", traceparent));

        List<SpanData> trace = trace(runId, tickets.getFirst());
        assertThat(trace.getFirst().getTraceId()).isNotEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(SpanTree.of(trace)).isEqualTo(tree(AnalysisType.BOTH, "offline-baseline-1"));
        assertThat(List.of(only(trace, "process_ticket"), only(trace, "fetch_ticket")))
                .allSatisfy(span -> {
                    assertThat(attributes(span)).containsEntry("caller.trace_id", "4bf92f3577b34da6a3ce929d0e0e4736");
                    assertThat(span.getLinks())
                            .extracting(link -> link.getSpanContext().getSpanId())
                            .contains("00f067aa0ba902b7");
                });
    }

    @Test
    void aRunHasATraceOfItsOwn() {
        String runId = UUID.randomUUID().toString();
        submissions.run(runId, AnalysisType.BOTH, List.of(tickets.get(0), tickets.get(1), "404404"));

        TraceContext root = TraceContext.ofRun(runId);
        List<SpanData> run = wholeTrace(root.traceId());
        assertThat(SpanTree.of(run)).isEqualTo("""
                Process Tickets
                  Phase 1: Fetch Tickets
                  Phase 2: Synthesis
                  Phase 3a: POD Categorization
                  Phase 3b: Diagnostics Analysis
                """);
        assertThat(attributes(only(run, "Process Tickets")))
                .containsEntry("ticket_count", 3L)
                .containsEntry("success_count", 2L)
                .containsEntry("failed_count", 1L)
                .containsEntry("model_provider", "offline")
                .containsEntry("session.id", runId);
        assertThat(attributes(only(run, "Phase 1: Fetch Tickets")))
                .containsEntry("success_count", 2L)
                .containsEntry("failed_count", 1L);
        assertThat(attributes(only(run, "Phase 3b: Diagnostics Analysis")).keySet())
                .anyMatch(key -> key.startsWith("was_used."))
                .anyMatch(key -> key.startsWith("could_help."));
    }

    /** Submits a run whose tickets are all that is announced of it. */
    private static String submit(String provider, AnalysisType analysisType, String... ticketIds) {
        String runId = UUID.randomUUID().toString();
        submissions.tickets(runId, analysisType, provider, List.of(ticketIds));
        return runId;
    }

    private static List<SpanData> trace(String runId, String ticketId) {
        return wholeTrace(awaitReport(runId, ticketId).traceId());
    }

    /** The spans of a trace once its root has come, and the leaves that end when the broker has what they tell of. */
    private static List<SpanData> wholeTrace(String traceId) {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            List<SpanData> sofar = spans.ofTrace(traceId);
            return sofar.stream().anyMatch(span -> !span.getParentSpanContext().isValid())
                    && sofar.stream()
                            .noneMatch(span -> span.getParentSpanContext().isValid()
                                    && sofar.stream()
                                            .noneMatch(
                                                    parent -> parent.getSpanId().equals(span.getParentSpanId())));
        });
        return spans.ofTrace(traceId);
    }

    private static TicketReport awaitReport(String runId, String ticketId) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInSameThread()
                .until(
                        () -> merged.values().stream()
                                .filter(report -> report.request().ticketId().equals(ticketId)
                                        && java.util.Objects.equals(
                                                report.request().runId(), runId))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private static SpanData only(List<SpanData> trace, String name) {
        List<SpanData> found =
                trace.stream().filter(span -> span.getName().equals(name)).toList();
        assertThat(found).as(name).hasSize(1);
        return found.getFirst();
    }

    private static Map<String, Object> attributes(SpanData span) {
        Map<String, Object> attributes = new HashMap<>();
        span.getAttributes().forEach((AttributeKey<?> key, Object value) -> attributes.put(key.getKey(), value));
        return attributes;
    }

    /** The tree that the documents show, siblings by name. */
    private static String tree(AnalysisType analysisType, String model) {
        String diagnostics = """
                  analyze_diagnostics
                    chat MODEL
                    diag-results publish
                """;
        String pod = """
                  categorize_ticket
                    chat MODEL
                    pod-results publish
                """;
        String tree = """
                process_ticket
                DIAGNOSTICSPOD  fetch_ticket
                    raw-tickets publish
                  merge_results
                    merged publish
                  synthesize_ticket
                    chat MODEL
                    synthesized publish
                """;
        return tree.replace("DIAGNOSTICS", analysisType.includes(Stage.DIAGNOSTICS) ? diagnostics : "")
                .replace("POD", analysisType.includes(Stage.CATEGORIZATION) ? pod : "")
                .replace("MODEL", model);
    }
}
