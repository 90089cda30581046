package io.github.ticketsummarizer.llm.thread;

import io.github.ticketsummarizer.llm.LlmClient;
import io.github.ticketsummarizer.llm.LlmClients;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.ThreadInput;
import io.github.ticketsummarizer.model.CallAccount;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.TicketRequest;
import java.util.List;
import java.util.Optional;

/**
 * Makes a thread fit into one request. Where it does not, first and last comments stay whole, and the comments between are
 * read in chunks by calls of their own, whose notes take their place. It goes one level deep and no further, and a ticket
 * that would take more calls than the settings allow fails with the way out. Thread-safe.
 */
public final class LongThreads {
    /** Tickets whose reading broke off; their notes take some 100 KB each. */
    private static final int KEPT_TICKETS = 100;

    private final LlmClients clients;
    private final CondensationSettings settings;
    private final ThreadPlanning planning;
    private final KeptNotes kept = new KeptNotes(KEPT_TICKETS);

    public LongThreads(LlmClients clients, CondensationSettings settings) {
        this.clients = clients;
        this.settings = settings;
        this.planning = new ThreadPlanning(settings);
    }

    /**
     * What the synthesis is to read of a ticket.
     *
     * @param account takes the calls that were made for it
     * @throws LlmException when the thread is too long, or a call for notes failed; the notes that were made are kept for
     *     the next attempt
     * @throws InterruptedException when the caller gave up
     */
    public ThreadInput read(Ticket ticket, TicketRequest request, CallAccount account)
            throws LlmException, InterruptedException {
        LlmClient client = clients.client(request.modelProvider());
        Optional<ThreadPlan> needed = planning.plan(ticket, request.promptVersions(), request.modelProvider(), client);
        if (needed.isEmpty()) {
            return new ThreadInput(ticket);
        }
        ThreadPlan plan = needed.get();
        List<Note> notes = new NoteTaking(clients, kept, ticket, request, plan.words(), account)
                .take(plan.chunks(), 2 * settings.maxCalls()).stream()
                        .flatMap(ofChunk -> NoteLimit.select(ofChunk, plan.noteTokens()).stream())
                        .toList();
        return new ThreadInput(ticket, plan.with(notes));
    }

    /** The ticket is read, and its notes are not needed any more. */
    public void forget(TicketRequest request) {
        kept.forget(request.requestId());
    }
}
