package io.github.ticketsummarizer.llm.thread;

import io.github.ticketsummarizer.llm.ChunkInput;
import io.github.ticketsummarizer.llm.LlmClient;
import io.github.ticketsummarizer.llm.LlmClients;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.llm.LlmRequest;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.ThreadInput;
import io.github.ticketsummarizer.model.CallAccount;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.TicketRequest;
import java.util.List;

/**
 * Makes a thread fit into one request. Where it does not, first and last comments stay whole, and the comments between are
 * read in chunks by calls of their own, whose notes take their place. It goes one level deep and no further, and a ticket
 * that would take more calls than the settings allow fails with the way out. Thread-safe.
 */
public final class LongThreads {
    /** Models overlook more in longer texts; shorter ones would only be more calls. */
    private static final long CHUNK_TOKENS = 40_000;
    /** A chunk of which less can be told is not worth a call. */
    private static final long MIN_NOTE_TOKENS = 150;
    /** Estimated tokens of a word of notes, its share of numbers and marks included. */
    private static final double TOKENS_A_WORD = 2.5;
    /** Beyond it models write past their limit of output tokens. */
    private static final int MAX_WORDS = 1_500;
    /** Tickets whose reading broke off; their notes take some 100 KB each. */
    private static final int KEPT_TICKETS = 100;

    private final LlmClients clients;
    private final CondensationSettings settings;
    private final KeptNotes kept = new KeptNotes(KEPT_TICKETS);

    public LongThreads(LlmClients clients, CondensationSettings settings) {
        this.clients = clients;
        this.settings = settings;
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
        ThreadInput whole = new ThreadInput(ticket);
        if (client.tokens(synthesis(whole, request)) <= client.maxTokens()) {
            return whole;
        }
        ThreadPlan plan = plan(ticket, request, client);
        int words = (int) Math.min(MAX_WORDS, plan.noteTokens() / TOKENS_A_WORD);
        List<Note> notes = new NoteTaking(clients, kept, ticket, request, words, account)
                .take(plan.chunks(), 2 * settings.maxCalls()).stream()
                        .flatMap(ofChunk -> NoteLimit.select(ofChunk, plan.noteTokens()).stream())
                        .toList();
        return new ThreadInput(
                ticket,
                new CondensedThread(plan.first(), plan.last(), plan.chunks().size(), notes));
    }

    /** The ticket is read, and its notes are not needed any more. */
    public void forget(TicketRequest request) {
        kept.forget(request.requestId());
    }

    private ThreadPlan plan(Ticket ticket, TicketRequest request, LlmClient client) throws LlmException {
        ThreadPlanner planner = new ThreadPlanner(ticket);
        int comments = ticket.comments().size();
        ThreadInput empty = new ThreadInput(ticket, new CondensedThread(1, comments, 1, List.of()));
        long room = client.maxTokens() - client.tokens(synthesis(empty, request));
        long chunkRoom = comments == 0 ? 0 : client.maxTokens() - client.tokens(emptyChunk(ticket, request));
        if (Math.min(room, chunkRoom) < MIN_NOTE_TOKENS) {
            throw tooLong(ticket, request, planner, "what stands around its comments leaves no room for them");
        }
        ThreadPlan plan = planner.plan(room, Math.min(CHUNK_TOKENS, chunkRoom));
        if (plan.chunks().size() > settings.maxCalls() || plan.noteTokens() < MIN_NOTE_TOKENS) {
            plan = planner.plan(room, chunkRoom);
        }
        if (plan.chunks().size() > settings.maxCalls() || plan.noteTokens() < MIN_NOTE_TOKENS) {
            throw tooLong(
                    ticket,
                    request,
                    planner,
                    "to take notes of it would need %d calls, and CONDENSATION_MAX_CALLS allows %d"
                            .formatted(plan.chunks().size(), settings.maxCalls()));
        }
        return plan;
    }

    private static LlmRequest synthesis(ThreadInput input, TicketRequest request) {
        return new LlmRequest(LlmTask.SYNTHESIS, LlmTask.SYNTHESIS.promptVersion(request.promptVersions()), input);
    }

    private static LlmRequest emptyChunk(Ticket ticket, TicketRequest request) {
        Chunk empty = new Chunk(List.of(new Chunk.Piece(1, 0, 0)));
        return new LlmRequest(
                LlmTask.CONDENSATION,
                LlmTask.CONDENSATION.promptVersion(request.promptVersions()),
                new ChunkInput(ticket, empty, MAX_WORDS));
    }

    private static LlmException tooLong(Ticket ticket, TicketRequest request, ThreadPlanner planner, String why) {
        String prefix = LlmProvider.fromName(request.modelProvider()).settingsPrefix();
        return new LlmException(CallFailure.permanent(
                ErrorType.LLM_BAD_REQUEST,
                ("the thread has about %d tokens in %d comments: %s. Raise %s_REQUEST_MAX_TOKENS or"
                                + " CONDENSATION_MAX_CALLS, ask a model with a larger window, or lower"
                                + " TICKET_COMMENT_MAX_CHARS")
                        .formatted(planner.total(), ticket.comments().size(), why, prefix)));
    }
}
