package io.github.ticketsummarizer.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticketsummarizer.telemetry.span.InheritedAttributes;
import io.github.ticketsummarizer.zendesk.http.BudgetSpentException;
import io.github.ticketsummarizer.zendesk.http.SharedCallSpans;
import io.github.ticketsummarizer.zendesk.http.ZendeskException;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One call for many tickets, and those who wait for it. It is a thread of its own, so that a caller who is interrupted
 * leaves it to the others; it ends when all have left. Guarded by the lock of {@link TicketBatches}, but for the call.
 */
final class TicketBatch {
    /** What one call may ask for ("Show Multiple Tickets", developer.zendesk.com). */
    static final int MOST = 100;

    private final List<WaitingTicket> members = new ArrayList<>();
    private final String callId = UUID.randomUUID().toString();
    private @Nullable Thread thread;
    private int remaining;

    /** Asks for many tickets at once. */
    @FunctionalInterface
    interface Call {
        /** The tickets by their ids; some may be missing. */
        Map<String, JsonNode> tickets(Collection<String> ids)
                throws ZendeskException, BudgetSpentException, InterruptedException;
    }

    /** Starts its thread. */
    void start(Runnable work) {
        thread = Thread.ofVirtual().name("ticket-batch").start(work);
    }

    /** Takes as many in as one call may ask for. */
    void fill(Deque<WaitingTicket> waiting) {
        while (members.size() < MOST && !waiting.isEmpty()) {
            WaitingTicket member = waiting.removeFirst();
            member.joined(this);
            members.add(member);
        }
        remaining = members.size();
    }

    List<WaitingTicket> members() {
        return members;
    }

    /** A member does not wait any longer. */
    void leave(WaitingTicket member) {
        member.leave();
        remaining--;
        if (remaining == 0 && thread != null) {
            thread.interrupt();
        }
    }

    /**
     * Makes the call.
     *
     * @return what it answers to each id that was asked for
     */
    Function<String, BatchAnswer> ask(Call call) throws InterruptedException {
        Set<String> ids = new LinkedHashSet<>();
        members.forEach(member -> ids.add(member.ticketId()));
        try (Scope ignored = context().makeCurrent()) {
            Map<String, JsonNode> tickets = call.tickets(ids);
            return ticketId -> answer(tickets.get(ticketId));
        } catch (ZendeskException e) {
            return ticketId -> new BatchAnswer.Failed(e);
        } catch (BudgetSpentException e) {
            return ticketId -> new BatchAnswer.Held(e.freeAfter());
        }
    }

    /** One call has one span: below that of whoever came first. */
    private Context context() {
        return InheritedAttributes.with(
                members.getFirst().context(), SharedCallSpans.attributes(callId, members.size()));
    }

    /** By which the spans of those who wait for the call are found. */
    String callId() {
        return callId;
    }

    boolean isFirst(WaitingTicket member) {
        return members.getFirst() == member;
    }

    private static BatchAnswer answer(@Nullable JsonNode ticket) {
        return ticket == null ? new BatchAnswer.Missing() : new BatchAnswer.Found(ticket);
    }
}
