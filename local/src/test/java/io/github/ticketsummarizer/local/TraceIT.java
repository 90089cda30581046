package io.github.ticketsummarizer.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.fakes.llm.FakeLlm;
import io.github.ticketsummarizer.fakes.otlp.OtlpReceiver;
import io.github.ticketsummarizer.fakes.otlp.ReceivedExport;
import io.github.ticketsummarizer.fakes.otlp.ReceivedSpan;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.TicketReport;
import io.github.ticketsummarizer.telemetry.TraceContext;
import io.github.ticketsummarizer.testing.SpanTree;
import io.github.ticketsummarizer.testing.TopicReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The trace of a ticket as two platforms get it from the whole pipeline, each over OTLP and redacted: all tests compare the
 * two span by span, and then look at one.
 */
class TraceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LATENCY = Duration.ofMillis(400);
    private static final String MODEL = "gpt-4.1-mini";

    @TempDir
    static Path folder;

    private static FakeLlm llm;
    private static OtlpReceiver phoenix;
    private static OtlpReceiver langfuse;
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
        phoenix = started();
        langfuse = started();
        pipeline = new EmbeddedPipeline(folder.resolve("data"), 0, new Settings(settings(files)));
        pipeline.start();
        submissions = new Submissions(pipeline.kafkaSettings(), pipeline.topics(), pipeline.tracing());
        merged = new TopicReader<>(
                pipeline.kafkaSettings().bootstrapServers(), pipeline.topics().merged());
    }

    private static OtlpReceiver started() throws IOException {
        OtlpReceiver receiver = new OtlpReceiver();
        receiver.start(0, 0);
        return receiver;
    }

    private static Map<String, String> settings(TicketFiles files) {
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
        settings.putAll(Map.of(
                "TELEMETRY_PLATFORMS", "phoenix,langfuse",
                "PHOENIX_OTLP_ENDPOINT", phoenix.httpUrl().toString(),
                "LANGFUSE_HOST", langfuse.httpUrl().toString(),
                "LANGFUSE_PUBLIC_KEY", "pk-lf-1",
                "LANGFUSE_SECRET_KEY", "sk-lf-1",
                "OTEL_BSP_SCHEDULE_DELAY", "100"));
        return settings;
    }

    @AfterAll
    static void stop() {
        submissions.close();
        merged.close();
        pipeline.close();
        phoenix.close();
        langfuse.close();
        llm.close();
    }

    @ParameterizedTest
    @EnumSource(AnalysisType.class)
    void basic(AnalysisType analysisType) {
        String runId = submit("offline", analysisType, tickets.getFirst());

        List<ReceivedSpan> trace = trace(runId, tickets.getFirst());
        assertThat(SpanTree.ofReceived(trace)).isEqualTo(tree(analysisType, "offline-baseline-1"));
        assertThat(trace)
                .allSatisfy(span -> assertThat(span.attributes())
                        .containsEntry("session.id", runId)
                        .containsEntry("run_id", runId)
                        .containsEntry("ticket_id", tickets.getFirst())
                        .containsEntry("analysis_type", analysisType.wireName())
                        .containsEntry("langfuse.trace.name", "process_ticket")
                        .containsEntry("tag.tags", List.of(analysisType.wireName(), "offline"))
                        .containsKey("openinference.span.kind"));
        assertThat(trace)
                .filteredOn(span -> !"LLM".equals(span.attribute("openinference.span.kind")))
                .allSatisfy(span -> assertThat(span.attributes().keySet())
                        .noneMatch(key -> key.startsWith("llm.") || key.startsWith("gen_ai.")));
        assertThat(only(trace, "process_ticket").links())
                .extracting(ReceivedSpan.Link::spanId)
                .containsExactly(TraceContext.ofRun(runId).spanId());
        assertThat(only(trace, "process_ticket").status()).isEqualTo("OK");
        assertThat(trace)
                .filteredOn(span -> span.name().endsWith(" publish"))
                .allSatisfy(span -> assertThat(span.attributes())
                        .containsEntry("messaging.operation.type", "send")
                        .containsEntry("messaging.operation.name", "publish")
                        .containsEntry("messaging.kafka.message.key", tickets.getFirst())
                        .containsKeys("messaging.kafka.offset", "messaging.client.id")
                        .doesNotContainKeys(
                                "messaging.operation", "messaging.kafka.message.offset", "messaging.client_id"));
    }

    @Test
    void dualExport() {
        String runId = submit("offline", AnalysisType.BOTH, tickets.getFirst());
        String traceId = trace(runId, tickets.getFirst()).getFirst().traceId();

        assertThat(ofTrace(langfuse, traceId)).containsExactlyInAnyOrderElementsOf(ofTrace(phoenix, traceId));
        assertThat(langfuse.exports()).extracting(ReceivedExport::endpoint).containsOnly(OtlpReceiver.LANGFUSE_TRACES);
        assertThat(langfuse.exports())
                .allSatisfy(export -> assertThat(export.authorization()).startsWith("Basic "));
        assertThat(phoenix.exports()).extracting(ReceivedExport::endpoint).containsOnly(OtlpReceiver.TRACES);
    }

    @Test
    void parallel() {
        String runId = submit("openai", AnalysisType.BOTH, tickets.getFirst());

        List<ReceivedSpan> trace = trace(runId, tickets.getFirst());
        assertThat(SpanTree.ofReceived(trace)).isEqualTo(tree(AnalysisType.BOTH, MODEL));
        ReceivedSpan pod = only(trace, "categorize_ticket");
        ReceivedSpan diagnostics = only(trace, "analyze_diagnostics");
        assertThat(pod.parentSpanId()).isEqualTo(diagnostics.parentSpanId());
        assertThat(pod.start()).isBefore(diagnostics.end());
        assertThat(diagnostics.start()).isBefore(pod.end());
    }

    @Test
    void error() {
        String runId = submit("offline", AnalysisType.BOTH, tickets.get(0), "404404", "not-an-id", tickets.get(1));

        List<ReceivedSpan> failed = trace(runId, "404404");
        assertThat(SpanTree.ofReceived(failed)).isEqualTo("""
                process_ticket
                  fetch_ticket
                    ticket-failures publish
                  merge_results
                    merged publish
                  ticket-ids publish
                """);
        assertThat(List.of(only(failed, "process_ticket"), only(failed, "fetch_ticket")))
                .allSatisfy(span -> {
                    assertThat(span.status()).isEqualTo("ERROR");
                    assertThat(span.attributes())
                            .containsEntry("error.type", "ticket_not_found")
                            .containsEntry("processing_status", "failed");
                    assertThat(span.events())
                            .extracting(ReceivedSpan.Event::name)
                            .contains("exception");
                });
        assertThat(only(trace(runId, "not-an-id"), "fetch_ticket").attributes())
                .containsEntry("error.type", "invalid_ticket_id")
                .containsEntry("processing_status", "failed")
                .containsEntry("attempts", 0L)
                .containsKey("queue_time_ms");
        assertThat(SpanTree.ofReceived(trace(runId, tickets.get(0))))
                .isEqualTo(tree(AnalysisType.BOTH, "offline-baseline-1"));
        assertThat(SpanTree.ofReceived(trace(runId, tickets.get(1))))
                .isEqualTo(tree(AnalysisType.BOTH, "offline-baseline-1"));
    }

    @Test
    void providerFlexibility() {
        String offline = submit("offline", AnalysisType.POD, tickets.getFirst());
        String openai = submit("openai", AnalysisType.POD, tickets.getFirst());

        List<ReceivedSpan> one = trace(offline, tickets.getFirst());
        List<ReceivedSpan> other = trace(openai, tickets.getFirst());
        assertThat(SpanTree.ofReceived(one)).isEqualTo(tree(AnalysisType.POD, "offline-baseline-1"));
        assertThat(SpanTree.ofReceived(other)).isEqualTo(tree(AnalysisType.POD, MODEL));
        ReceivedSpan call = other.stream()
                .filter(span -> "synthesis".equals(span.attribute("langfuse.observation.prompt.name")))
                .findFirst()
                .orElseThrow();
        assertThat(call.attributes())
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
        List<ReceivedSpan> trace = wholeTrace(report.traceId());
        assertThat(SpanTree.ofReceived(trace)).isEqualTo(treeOfForeign("offline-baseline-1"));
        assertThat(only(trace, "process_ticket").links()).isEmpty();
        assertThat(only(trace, "process_ticket").attributes()).doesNotContainKey("session.id");
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

        List<ReceivedSpan> trace = trace(runId, tickets.getFirst());
        assertThat(trace.getFirst().traceId()).isNotEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(SpanTree.ofReceived(trace)).isEqualTo(treeOfForeign("offline-baseline-1"));
        assertThat(List.of(only(trace, "process_ticket"), only(trace, "fetch_ticket")))
                .allSatisfy(span -> {
                    assertThat(span.attributes()).containsEntry("caller.trace_id", "4bf92f3577b34da6a3ce929d0e0e4736");
                    assertThat(span.links())
                            .extracting(ReceivedSpan.Link::spanId)
                            .contains("00f067aa0ba902b7");
                });
    }

    @Test
    void aRunHasATraceOfItsOwn() {
        String runId = UUID.randomUUID().toString();
        submissions.run(runId, AnalysisType.BOTH, List.of(tickets.get(0), tickets.get(1), "404404"));

        TraceContext root = TraceContext.ofRun(runId);
        List<ReceivedSpan> run = wholeTrace(root.traceId(), 5);
        assertThat(SpanTree.ofReceived(run)).isEqualTo("""
                Process Tickets
                  Phase 1: Fetch Tickets
                  Phase 2: Synthesis
                  Phase 3a: POD Categorization
                  Phase 3b: Diagnostics Analysis
                """);
        assertThat(only(run, "Process Tickets").attributes())
                .containsEntry("ticket_count", 3L)
                .containsEntry("success_count", 2L)
                .containsEntry("failed_count", 1L)
                .containsEntry("model_provider", "offline")
                .containsEntry("session.id", runId);
        assertThat(only(run, "Phase 1: Fetch Tickets").attributes())
                .containsEntry("success_count", 2L)
                .containsEntry("failed_count", 1L);
        assertThat(only(run, "Phase 3b: Diagnostics Analysis").attributes().keySet())
                .anyMatch(key -> key.startsWith("was_used."))
                .anyMatch(key -> key.startsWith("could_help."));
    }

    /** A ticket whose synthesis failed was fetched all the same, and its phases and its root tell so. */
    @Test
    void theTraceOfARunCountsWhatTheStagesDidForTicketsThatFailedLater() {
        String runId = UUID.randomUUID().toString();
        submissions.announce(runId, AnalysisType.POD, 4);
        submissions.tickets(runId, AnalysisType.POD, List.of(tickets.getFirst(), "404404"));
        submissions.tickets(runId, AnalysisType.POD, "gemini", List.of(tickets.get(1), tickets.get(2)));

        List<ReceivedSpan> run = wholeTrace(TraceContext.ofRun(runId).traceId(), 4);
        List<ReceivedSpan> roots = Stream.of(tickets.get(0), tickets.get(1), tickets.get(2), "404404")
                .map(ticket -> only(trace(runId, ticket), "process_ticket"))
                .toList();
        assertThat(roots)
                .extracting(root -> eventNames(root, " finished") + " " + eventNames(root, " failed"))
                .containsExactly(
                        "[fetch, synthesis, categorization, merge] []",
                        "[fetch, merge] [synthesis]",
                        "[fetch, merge] [synthesis]",
                        "[merge] [fetch]");
        assertPhase(only(run, "Phase 1: Fetch Tickets"), runId, "fetch_ticket");
        assertPhase(only(run, "Phase 2: Synthesis"), runId, "synthesize_ticket");
        assertPhase(only(run, "Phase 3a: POD Categorization"), runId, "categorize_ticket");
        assertThat(only(run, "Phase 1: Fetch Tickets").attributes())
                .containsEntry("success_count", 3L)
                .containsEntry("failed_count", 1L);
    }

    /** A phase counts the spans of its stage, and begins with the first of them. */
    private static void assertPhase(ReceivedSpan phase, String runId, String stageSpan) {
        List<ReceivedSpan> stages = phoenix.spans().stream()
                .filter(span -> span.name().equals(stageSpan) && runId.equals(span.attribute("run_id")))
                .toList();
        Map<String, Long> byStatus =
                stages.stream().collect(Collectors.groupingBy(ReceivedSpan::status, Collectors.counting()));
        assertThat(phase.attributes())
                .as(phase.name())
                .containsEntry("success_count", byStatus.getOrDefault("OK", 0L))
                .containsEntry("failed_count", byStatus.getOrDefault("ERROR", 0L));
        assertThat(phase.start())
                .isEqualTo(stages.stream()
                        .map(ReceivedSpan::start)
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
    }

    private static List<String> eventNames(ReceivedSpan span, String ending) {
        return span.events().stream()
                .map(ReceivedSpan.Event::name)
                .filter(name -> name.endsWith(ending))
                .map(name -> name.substring(0, name.length() - ending.length()))
                .toList();
    }

    /** Submits a run whose tickets are all that is announced of it. */
    private static String submit(String provider, AnalysisType analysisType, String... ticketIds) {
        String runId = UUID.randomUUID().toString();
        submissions.tickets(runId, analysisType, provider, List.of(ticketIds));
        return runId;
    }

    private static List<ReceivedSpan> trace(String runId, String ticketId) {
        return wholeTrace(awaitReport(runId, ticketId).traceId());
    }

    /** The spans of a trace once both platforms have them all, and the same. */
    private static List<ReceivedSpan> wholeTrace(String traceId) {
        return wholeTrace(traceId, 1);
    }

    private static List<ReceivedSpan> wholeTrace(String traceId, int least) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> Stream.of(phoenix, langfuse)
                        .map(platform -> ofTrace(platform, traceId))
                        .allMatch(spans -> spans.size() >= least && isWhole(spans)));
        List<ReceivedSpan> spans = ofTrace(phoenix, traceId);
        assertThat(ofTrace(langfuse, traceId)).containsExactlyInAnyOrderElementsOf(spans);
        return spans;
    }

    /** The root is sent last, seconds after what is below it, the leaves that end when the broker has a record included. */
    private static boolean isWhole(List<ReceivedSpan> spans) {
        Set<String> ids = spans.stream().map(ReceivedSpan::spanId).collect(Collectors.toSet());
        return spans.stream().anyMatch(ReceivedSpan::isRoot)
                && spans.stream().allMatch(span -> span.isRoot() || ids.contains(span.parentSpanId()));
    }

    private static List<ReceivedSpan> ofTrace(OtlpReceiver platform, String traceId) {
        return platform.spans().stream()
                .filter(span -> span.traceId().equals(traceId))
                .toList();
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

    private static ReceivedSpan only(List<ReceivedSpan> trace, String name) {
        List<ReceivedSpan> found =
                trace.stream().filter(span -> span.name().equals(name)).toList();
        assertThat(found).as(name).hasSize(1);
        return found.getFirst();
    }

    /** That of a ticket which not we submitted. */
    private static String treeOfForeign(String model) {
        return tree(AnalysisType.BOTH, model).replace("  ticket-ids publish\n", "");
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
                  ticket-ids publish
                """;
        return tree.replace("DIAGNOSTICS", analysisType.includes(Stage.DIAGNOSTICS) ? diagnostics : "")
                .replace("POD", analysisType.includes(Stage.CATEGORIZATION) ? pod : "")
                .replace("MODEL", model);
    }
}
