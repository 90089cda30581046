package io.github.ticketsummarizer.zendesk.http;

import io.github.ticketsummarizer.telemetry.attribute.Product;
import io.github.ticketsummarizer.telemetry.span.InheritedAttributes;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The access token of an OAuth client: kept, renewed before it ends, by one thread while the others wait for its answer.
 * A renewal that fails costs nothing as long as the token still holds.
 */
final class OAuthTokens implements Authorization {
    private static final double RENEWED_AT = 0.8;
    private static final Duration NEXT_TRY = Duration.ofSeconds(10);

    private final TokenRequest request;
    private final LongSupplier nanoTime;
    private @Nullable Held held;
    private final SharedCallSpans shared;
    private @Nullable Renewal renewal;

    OAuthTokens(TokenRequest request, LongSupplier nanoTime, SharedCallSpans shared) {
        this.shared = shared;
        this.request = request;
        this.nanoTime = nanoTime;
    }

    /** Asks for a token. */
    @FunctionalInterface
    interface TokenRequest {
        Token send(Duration patience) throws ZendeskException, BudgetSpentException, InterruptedException;
    }

    /**
     * An answered token.
     *
     * @param lifetime from now on
     */
    record Token(String value, Duration lifetime) {
        @Override
        public String toString() {
            return "Token[…]";
        }
    }

    @Override
    public String header(Duration patience) throws ZendeskException, BudgetSpentException, InterruptedException {
        while (true) {
            Renewal own = new Renewal();
            Renewal running;
            synchronized (this) {
                if (held != null && nanoTime.getAsLong() - held.renewAt() < 0) {
                    return held.header();
                }
                running = renewal;
                renewal = running == null ? own : running;
            }
            if (running == null) {
                return lead(own, patience);
            }
            Instant since = Instant.now();
            try {
                int size = running.size.incrementAndGet();
                String header = running.answer.get();
                shared.waited(Context.current(), since, running.callId, size);
                return header;
            } catch (CancellationException leaderGaveUp) {
                // The thread that asked was interrupted; another one asks.
            } catch (ExecutionException e) {
                throw rethrown(e.getCause());
            }
        }
    }

    @Override
    public synchronized boolean renew(String refused) {
        if (held != null && held.header().equals(refused)) {
            held = null;
        }
        return true;
    }

    private String lead(Renewal own, Duration patience)
            throws ZendeskException, BudgetSpentException, InterruptedException {
        Attributes ofCall = Attributes.of(Product.BATCH_CALL_ID, own.callId);
        try (Scope ignored = InheritedAttributes.with(Context.current(), ofCall).makeCurrent()) {
            String header = renewed(patience);
            own.answer.complete(header);
            return header;
        } catch (ZendeskException | BudgetSpentException e) {
            own.answer.completeExceptionally(e);
            throw e;
        } finally {
            synchronized (this) {
                renewal = null;
            }
            own.answer.cancel(false);
        }
    }

    private String renewed(Duration patience) throws ZendeskException, BudgetSpentException, InterruptedException {
        try {
            Token token = request.send(patience);
            long now = nanoTime.getAsLong();
            Held renewed = new Held(
                    "Bearer " + token.value(),
                    now + (long) (token.lifetime().toNanos() * RENEWED_AT),
                    now + token.lifetime().toNanos());
            synchronized (this) {
                held = renewed;
            }
            return renewed.header();
        } catch (ZendeskException | BudgetSpentException e) {
            String still = stillHeld();
            if (still == null) {
                throw e;
            }
            return still;
        }
    }

    private synchronized @Nullable String stillHeld() {
        long now = nanoTime.getAsLong();
        if (held == null || now - held.endsAt() >= 0) {
            return null;
        }
        held = new Held(held.header(), now + NEXT_TRY.toNanos(), held.endsAt());
        return held.header();
    }

    private static BudgetSpentException rethrown(@Nullable Throwable cause) throws ZendeskException {
        return switch (cause) {
            case ZendeskException e -> throw e;
            case BudgetSpentException e -> e;
            case null, default -> throw new IllegalStateException(cause);
        };
    }

    /** A renewal under way, and how many wait for it with whoever asks. */
    private static final class Renewal {
        private final CompletableFuture<String> answer = new CompletableFuture<>();
        private final String callId = UUID.randomUUID().toString();
        private final AtomicInteger size = new AtomicInteger(1);
    }

    private record Held(String header, long renewAt, long endsAt) {
        @Override
        public String toString() {
            return "Held[…]";
        }
    }
}
