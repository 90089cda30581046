package io.github.ticketsummarizer.zendesk;

import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A caller who waits for a ticket. Guarded by the lock of {@link TicketBatches}, but for the answer. */
final class WaitingTicket {
    private final String ticketId;
    private final Context context = Context.current();
    private final Instant since = Instant.now();
    private final CompletableFuture<BatchAnswer> answer = new CompletableFuture<>();
    private @Nullable TicketBatch batch;
    private boolean left;

    WaitingTicket(String ticketId) {
        this.ticketId = ticketId;
    }

    String ticketId() {
        return ticketId;
    }

    /** Below which span it waits. */
    Context context() {
        return context;
    }

    Instant since() {
        return since;
    }

    CompletableFuture<BatchAnswer> answer() {
        return answer;
    }

    /** The batch that asks for it; null as long as none does. */
    @Nullable
    TicketBatch batch() {
        return batch;
    }

    void joined(TicketBatch asking) {
        batch = asking;
    }

    boolean hasLeft() {
        return left;
    }

    void leave() {
        left = true;
    }

    /** Whether the ticket was answered. */
    boolean isFound() {
        return answer.isDone() && !answer.isCompletedExceptionally() && answer.join() instanceof BatchAnswer.Found;
    }
}
