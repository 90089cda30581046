package io.github.ticketsummarizer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.cli.command.ModelStages.Outcome;
import io.github.ticketsummarizer.fakes.llm.FakeLlm;
import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.llm.cost.Bounds;
import io.github.ticketsummarizer.llm.cost.CostEstimate;
import io.github.ticketsummarizer.model.ModelCall;
import io.github.ticketsummarizer.model.Ticket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The estimate before a run against what each provider's own library then sends: ordinary samples, and a
 * thread that is condensed.
 */
class EstimateOnTheWireTest {
    /** As the stand-in counts. */
    private static final int CHARACTERS_A_TOKEN = 4;

    private static final int SAMPLES = 8;
    private static final int LONG_THREAD = 600;

    private static FakeLlm fake;
    private static List<Ticket> tickets;

    @BeforeAll
    static void start() throws Exception {
        fake = new FakeLlm(Duration.ZERO);
        fake.start(0);
        tickets = new ArrayList<>(HostileTickets.readable(CommandRunner.HOME.resolve("samples/tickets"))
                .values());
        tickets.subList(SAMPLES, tickets.size()).clear();
        tickets.add(withAThreadOf(LONG_THREAD, tickets.getFirst()));
    }

    private static Ticket withAThreadOf(int comments, Ticket ticket) {
        return new Ticket(
                ticket.header(),
                Stream.generate(ticket.comments()::stream)
                        .flatMap(Function.identity())
                        .limit(comments)
                        .toList());
    }

    @AfterAll
    static void stop() {
        fake.close();
    }

    static Stream<LlmProvider> providers() {
        return fake.settings().keySet().stream().map(LlmProvider::fromName);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void callsTokensAndCostAreWhatWasEstimated(LlmProvider provider) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        AtomicInteger forNotes = new AtomicInteger();
        AtomicLong read = new AtomicLong();
        fake.follow((system, ticket, schema) -> {
            calls.incrementAndGet();
            forNotes.addAndGet(schema.path("properties").has("notes") ? 1 : 0);
            read.addAndGet(Math.ceilDiv(system.length(), CHARACTERS_A_TOKEN)
                    + Math.ceilDiv(ticket.length(), CHARACTERS_A_TOKEN));
            return null;
        });
        Map<String, String> settings = new HashMap<>(fake.settings().get(provider.wireName()));
        settings.put(provider.settingsPrefix() + "_REQUEST_MAX_TOKENS", "16000");
        ModelStages stages = new ModelStages(settings, provider.wireName());

        CostEstimate estimate = stages.estimate(tickets);
        List<ModelCall> reported = tickets.stream()
                .map(stages::answer)
                .peek(outcome ->
                        assertThat(outcome.failure()).as(outcome.ticketId()).isNull())
                .map(Outcome::calls)
                .flatMap(List::stream)
                .toList();

        assertThat(forNotes).hasValueGreaterThan(3);
        assertThat(estimate.condensationCalls()).isEqualTo(forNotes.get());
        assertThat(estimate.calls()).isEqualTo(calls.get()).isEqualTo(reported.size());
        assertThat(sum(reported, ModelCall::inputTokens)).isEqualTo(read.get());
        assertThatItIsWithin(estimate.inputTokens(), read.get());
        assertThatItIsWithin(estimate.outputTokens(), sum(reported, ModelCall::outputTokens));
        Bounds dollars = estimate.costUsd();
        if (dollars != null) {
            assertThatItIsWithin(
                    dollars, reported.stream().mapToDouble(ModelCall::costUsd).sum());
        }
    }

    private static void assertThatItIsWithin(Bounds bounds, double real) {
        assertThat(real).isBetween(bounds.low(), bounds.high());
    }

    private static long sum(List<ModelCall> calls, Function<ModelCall, Long> tokens) {
        return calls.stream()
                .map(tokens)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }
}
