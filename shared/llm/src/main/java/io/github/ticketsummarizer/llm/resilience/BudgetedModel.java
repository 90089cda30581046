package io.github.ticketsummarizer.llm.resilience;

import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.TimeMeter;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.ProviderHeldException;
import io.github.ticketsummarizer.llm.chat.ChatAnswer;
import io.github.ticketsummarizer.llm.chat.ChatModel;
import io.github.ticketsummarizer.llm.chat.ChatRequest;
import io.github.ticketsummarizer.llm.chat.TokenUsage;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.telemetry.metric.ProviderMetrics;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps calls within the account's requests and tokens a minute, and all of them back while the provider asks for that. A
 * call waits where its turn comes within seconds; beyond that the stage can do better than to hold it.
 */
final class BudgetedModel implements ChatModel {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** What a token has on average of English text; the rest is settled when the usage is known. */
    private static final double CHARS_A_TOKEN = 3.5;
    /** What an answer takes, before it is known. */
    private static final long EXPECTED_OUTPUT = 1_000;

    private final ChatModel next;
    private final String name;
    private final @Nullable MinuteBudget requests;
    private final @Nullable MinuteBudget tokens;
    private final TimeMeter time;
    private final BlockingStrategy waiting;
    private final AtomicLong heldUntilNanos;
    private final ProviderMetrics metrics;

    /** @param name of the provider, for messages */
    BudgetedModel(ChatModel next, String name, AccountLimits limits, ProviderMetrics metrics) {
        this(next, name, limits, metrics, TimeMeter.SYSTEM_NANOTIME, BlockingStrategy.PARKING);
    }

    /** @param waiting waits as {@code time} goes on */
    BudgetedModel(
            ChatModel next,
            String name,
            AccountLimits limits,
            ProviderMetrics metrics,
            TimeMeter time,
            BlockingStrategy waiting) {
        this.next = next;
        this.metrics = metrics;
        this.name = name;
        this.requests = budget(limits.requestsPerMinute(), time);
        this.tokens = budget(limits.tokensPerMinute(), time);
        this.time = time;
        this.waiting = waiting;
        this.heldUntilNanos = new AtomicLong(time.currentTimeNanos());
    }

    private static @Nullable MinuteBudget budget(int perMinute, TimeMeter time) {
        return perMinute == 0 ? null : new MinuteBudget(perMinute, time);
    }

    @Override
    public ChatAnswer ask(ChatRequest request) throws LlmException, InterruptedException {
        long expected = expected(request);
        requireNoHold();
        long asked = time.currentTimeNanos();
        take(requests, 1, "requests");
        take(tokens, expected, "tokens");
        metrics.waited(name, Duration.ofNanos(time.currentTimeNanos() - asked));
        try {
            ChatAnswer answer = next.ask(request);
            settle(expected, answer.usage());
            return answer;
        } catch (ProviderHeldException nothingSent) {
            giveBack(expected);
            throw nothingSent;
        } catch (LlmException failed) {
            refused(failed);
            throw failed;
        }
    }

    /** Who used up a quota is not waited for: the ticket fails with that. */
    private void refused(LlmException failed) {
        switch (failed.failure().errorType()) {
            case LLM_RATE_LIMITED -> {
                metrics.rateLimited(name);
                holdAll(failed.retryAfter());
            }
            case LLM_QUOTA_EXHAUSTED -> metrics.rateLimited(name);
            default -> {}
        }
    }

    private void requireNoHold() throws ProviderHeldException {
        Duration hold = Duration.ofNanos(heldUntilNanos.get() - time.currentTimeNanos());
        if (hold.isPositive()) {
            throw held("it asked to wait", hold);
        }
    }

    private void take(@Nullable MinuteBudget budget, long units, String what)
            throws ProviderHeldException, InterruptedException {
        Duration wait = budget == null ? Duration.ZERO : budget.take(units, PATIENCE, waiting);
        if (wait.isPositive()) {
            throw held("the %s of this minute are used up".formatted(what), wait);
        }
    }

    private ProviderHeldException held(String why, Duration wait) {
        return new ProviderHeldException(
                ErrorType.LLM_RATE_LIMITED,
                "%s is not asked for %d ms: %s".formatted(name, wait.toMillis(), why),
                wait);
    }

    private void giveBack(long expected) {
        if (requests != null) {
            requests.giveBack(1);
        }
        if (tokens != null) {
            tokens.giveBack(expected);
        }
    }

    private void settle(long expected, TokenUsage usage) {
        if (tokens != null && usage.input() != null && usage.output() != null) {
            tokens.giveBack(expected - usage.input() - usage.output());
        }
    }

    private void holdAll(@Nullable Duration wait) {
        if (wait != null) {
            long until = time.currentTimeNanos() + wait.toNanos();
            heldUntilNanos.accumulateAndGet(until, (held, later) -> later - held > 0 ? later : held);
        }
    }

    private static long expected(ChatRequest request) {
        int chars = request.system().length()
                + request.turns().stream()
                        .mapToInt(turn -> turn.text().length())
                        .sum();
        return Math.round(chars / CHARS_A_TOKEN) + EXPECTED_OUTPUT;
    }
}
