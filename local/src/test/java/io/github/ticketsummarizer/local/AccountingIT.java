package io.github.ticketsummarizer.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.ticketsummarizer.fakes.http.Exchange;
import io.github.ticketsummarizer.fakes.llm.FakeLlm;
import io.github.ticketsummarizer.fakes.llm.LlmFault;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.ModelCall;
import io.github.ticketsummarizer.model.ReportStatus;
import io.github.ticketsummarizer.model.RunSummary;
import io.github.ticketsummarizer.model.RunTotals;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.TicketReport;
import io.github.ticketsummarizer.testing.TopicReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens and cost on the reports, against the answers that a provider sent which often answers badly. */
class AccountingIT {
    private static final int TICKETS = 30;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Faults that cost nothing, or nothing that anybody can know of, and answers that are paid for and useless. */
    private static final List<LlmFault> FAULTS = List.of(
            LlmFault.RESET,
            LlmFault.HTML,
            LlmFault.JUNK,
            LlmFault.TRUNCATED,
            LlmFault.CUT_OFF,
            LlmFault.OUTPUT_LIMIT,
            LlmFault.REFUSAL,
            LlmFault.NO_TEXT);

    private static final double FAULTY = 0.2;
    /** One answer in so many is no answer to the question, and has to be mended by another call. */
    private static final int USELESS = 7;

    @TempDir
    private Path folder;

    /**
     * What a call was billed for, as the wire format of OpenAI has it.
     *
     * @param id of the answer's header
     */
    private record Billed(String id, long input, long cached, long output, long reasoning) {
        static Billed of(JsonNode answer) {
            JsonNode usage = answer.path("usage");
            return new Billed(
                    answer.path("id").asText().replace("chatcmpl-", "req-"),
                    usage.path("prompt_tokens").asLong(),
                    usage.path("prompt_tokens_details").path("cached_tokens").asLong(),
                    usage.path("completion_tokens").asLong(),
                    usage.path("completion_tokens_details")
                            .path("reasoning_tokens")
                            .asLong());
        }

        static Billed of(ModelCall call) {
            return new Billed(
                    Objects.requireNonNull(call.requestId()),
                    Objects.requireNonNull(call.inputTokens()),
                    Objects.requireNonNull(call.cachedInputTokens()),
                    Objects.requireNonNull(call.outputTokens()),
                    Objects.requireNonNull(call.reasoningTokens()));
        }

        /** At the prices of gpt-4.1-mini in {@code config/prices.yaml}. */
        double dollars() {
            return ((input - cached) * 0.40 + cached * 0.10 + output * 1.60) / 1e6;
        }
    }

    @Test
    void everyAnswerThatWasSentIsOnOneReportAndInTheTotalsAndNothingElseIs() throws Exception {
        try (FakeLlm llm = new FakeLlm(Duration.ZERO)) {
            llm.start(0);
            llm.misbehave(FAULTY, 1, FAULTS);
            AtomicInteger answers = new AtomicInteger();
            llm.revise((ticket, answer) -> answers.incrementAndGet() % USELESS == 0 ? "{}" : answer);

            TicketFiles files = new TicketFiles(folder.resolve("tickets"));
            List<String> ids = files.write(TICKETS);

            List<TicketReport> reports;
            RunTotals totals;
            try (EmbeddedPipeline pipeline =
                    new EmbeddedPipeline(folder.resolve("data"), 0, settings(llm, files.folder()))) {
                pipeline.start();
                reports = process(pipeline, ids);
                totals = totals(pipeline);
            }

            List<Billed> sent = llm.log().exchanges("openai").stream()
                    .flatMap(AccountingIT::billed)
                    .toList();
            assertThat(reports)
                    .flatExtracting(TicketReport::calls)
                    .extracting(Billed::of)
                    .containsExactlyInAnyOrderElementsOf(sent);
            assertThat(reports)
                    .as("failed tickets, whose calls count too")
                    .anyMatch(report -> report.reportStatus() != ReportStatus.SUCCESS
                            && !report.calls().isEmpty());
            assertThat(sent).as("calls, with those that mend an answer").hasSizeGreaterThan(TICKETS * 3);
            assertThat(totals.calls()).isEqualTo(sent.size());
            assertThat(totals.unpricedCalls()).isZero();
            assertThat(totals.inputTokens()).isEqualTo(sum(sent, Billed::input));
            assertThat(totals.outputTokens()).isEqualTo(sum(sent, Billed::output));
            assertThat(totals.costUsd())
                    .isCloseTo(sent.stream().mapToDouble(Billed::dollars).sum(), within(1e-9));
        }
    }

    private static Settings settings(FakeLlm llm, Path tickets) {
        Map<String, String> settings = new HashMap<>(llm.settings().get("openai"));
        settings.putAll(Map.of(
                "TICKET_SOURCE",
                "file",
                "TICKET_PATH",
                tickets.toString(),
                "RETRY_BACKOFF",
                "10ms",
                "RETRY_BACKOFF_MAX",
                "100ms"));
        return new Settings(settings);
    }

    private static List<TicketReport> process(EmbeddedPipeline pipeline, List<String> ids) {
        String runId = UUID.randomUUID().toString();
        try (Submissions submissions = new Submissions(pipeline.kafkaSettings(), pipeline.topics());
                TopicReader<TicketReport> merged = new TopicReader<>(
                        pipeline.kafkaSettings().bootstrapServers(),
                        pipeline.topics().merged())) {
            submissions.announce(runId, AnalysisType.BOTH, TICKETS);
            submissions.tickets(runId, AnalysisType.BOTH, "openai", ids);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInSameThread()
                    .until(() -> merged.values().size() >= TICKETS);
            return List.copyOf(merged.values());
        }
    }

    private static RunTotals totals(EmbeddedPipeline pipeline) {
        try (TopicReader<RunSummary> summaries = new TopicReader<>(
                pipeline.kafkaSettings().bootstrapServers(), pipeline.topics().runSummaries())) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInSameThread()
                    .until(() -> summaries.values().stream().anyMatch(RunSummary::complete));
            return summaries.values().stream()
                    .filter(RunSummary::complete)
                    .map(RunSummary::totals)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Nothing where the answer was none that says what it cost. */
    private static Stream<Billed> billed(Exchange exchange) {
        if (exchange.status() != 200 || exchange.sent() == null) {
            return Stream.empty();
        }
        try {
            JsonNode answer = JSON.readTree(exchange.sent());
            return answer.has("usage") ? Stream.of(Billed.of(answer)) : Stream.empty();
        } catch (JsonProcessingException junk) {
            return Stream.empty();
        }
    }

    private static long sum(List<Billed> calls, ToLongFunction<Billed> tokens) {
        return calls.stream().mapToLong(tokens).sum();
    }
}
