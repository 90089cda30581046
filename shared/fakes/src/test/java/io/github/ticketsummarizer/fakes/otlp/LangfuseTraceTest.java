package io.github.ticketsummarizer.fakes.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LangfuseTraceTest {
    private static final Instant T0 = Instant.parse("2026-03-02T09:15:00.123456789Z");

    @Test
    void aTraceIsWhatItsSpansAddUpTo() {
        ReceivedSpan root = span(
                "01",
                "",
                T0,
                Map.of(
                        "openinference.span.kind", "CHAIN",
                        "input.value", "78788",
                        "output.value", "done",
                        "session.id", "run-1",
                        "tag.tags", List.of("both", "gemini"),
                        "langfuse.trace.name", "process_ticket",
                        "langfuse.trace.metadata.ticket_id", "78788"));
        ReceivedSpan call = span(
                "02",
                "01",
                T0.plusMillis(5),
                Map.ofEntries(
                        entry("openinference.span.kind", "LLM"),
                        entry("llm.model_name", "gemini-2.5-flash"),
                        entry("input.value", "asked"),
                        entry("llm.output_messages.0.message.content", "lost beside input.value"),
                        entry("llm.token_count.prompt", 1000L),
                        entry("gen_ai.usage.input_tokens", 1000L),
                        entry("llm.token_count.prompt_details.cache_read", 400L),
                        entry("llm.token_count.completion", 100L),
                        entry("llm.token_count.completion_details.reasoning", 30L),
                        entry("llm.cost.total", 0.25),
                        entry("langfuse.observation.prompt.name", "synthesis"),
                        entry("langfuse.observation.prompt.version", 3L)));

        LangfuseTrace trace = LangfuseTrace.of(List.of(call, root)).getFirst();

        assertThat(trace.name()).isEqualTo("process_ticket");
        assertThat(trace.sessionId()).isEqualTo("run-1");
        assertThat(trace.tags()).containsExactly("both", "gemini");
        assertThat(trace.input()).isEqualTo("78788");
        assertThat(trace.output()).isEqualTo("done");
        assertThat(trace.cost()).isEqualTo(0.25);
        assertThat(trace.usage())
                .containsOnly(
                        entry("input", 600L),
                        entry("input_cached_tokens", 400L),
                        entry("output", 70L),
                        entry("output_reasoning_tokens", 30L),
                        entry("total", 1100L));
        assertThat(trace.observations()).extracting(LangfuseObservation::type).containsExactly("CHAIN", "GENERATION");
        LangfuseObservation generation = trace.observations().get(1);
        assertThat(generation.model()).isEqualTo("gemini-2.5-flash");
        assertThat(generation.promptName()).isEqualTo("synthesis");
        assertThat(generation.promptVersion()).isEqualTo(3);
        assertThat(generation.output()).isNull();
        assertThat(generation.start()).isEqualTo(Instant.parse("2026-03-02T09:15:00.128Z"));
        assertThat(trace.observations().getFirst().metadata()).containsEntry("ticket_id", "78788");
    }

    @Test
    void aTraceWithoutARootHasNoInputAndOutput() {
        LangfuseTrace trace = LangfuseTrace.of(
                        List.of(span("02", "01", T0, Map.of("input.value", "a", "output.value", "b"))))
                .getFirst();

        assertThat(trace.root()).isNull();
        assertThat(trace.name()).isNull();
        assertThat(trace.input()).isNull();
    }

    @Test
    void aSpanThatIsSentAgainReplacesTheFirstOnlyWhereItBeginsAtTheSameTime() {
        List<LangfuseTrace> traces = LangfuseTrace.of(List.of(
                span("01", "", T0, Map.of("output.value", "first")),
                span("01", "", T0, Map.of("output.value", "second")),
                span("01", "", T0.plusSeconds(1), Map.of("output.value", "third"))));

        assertThat(traces.getFirst().observations())
                .extracting(LangfuseObservation::output)
                .containsExactly("second", "third");
    }

    @Test
    void whatFailedIsAnErrorAndKindsCountInCapitalsOnly() {
        ReceivedSpan failed = new ReceivedSpan(
                "4bf9",
                "01",
                "",
                "chat",
                "INTERNAL",
                T0,
                T0,
                new TreeMap<>(Map.of("openinference.span.kind", "llm")),
                List.of(),
                List.of(),
                "ERROR",
                "timed out",
                Map.of("deployment.environment.name", "Production"),
                "");

        LangfuseObservation shown =
                LangfuseTrace.of(List.of(failed)).getFirst().errors().getFirst();

        assertThat(shown.type()).isEqualTo("SPAN");
        assertThat(shown.statusMessage()).isEqualTo("timed out");
        assertThat(shown.environment()).isEqualTo("production");
    }

    private static ReceivedSpan span(String id, String parent, Instant start, Map<String, Object> attributes) {
        return new ReceivedSpan(
                "4bf9",
                id,
                parent,
                "span " + id,
                "INTERNAL",
                start,
                start.plusSeconds(1),
                attributes,
                List.of(),
                List.of(),
                "UNSET",
                "",
                Map.of(),
                "");
    }
}
