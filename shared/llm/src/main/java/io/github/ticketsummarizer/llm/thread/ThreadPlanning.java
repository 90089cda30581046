package io.github.ticketsummarizer.llm.thread;

import io.github.ticketsummarizer.llm.ChunkInput;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.llm.LlmRequest;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.RequestSize;
import io.github.ticketsummarizer.llm.ThreadInput;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.Ticket;
import java.util.List;
import java.util.Optional;

/** Decides whether a thread fits into one request, and what notes are taken of where it does not, before anything is asked. */
public final class ThreadPlanning {
    /** Models overlook more in longer texts; shorter ones would only be more calls. */
    private static final long CHUNK_TOKENS = 40_000;
    /** A chunk of which less can be told is not worth a call. */
    private static final long MIN_NOTE_TOKENS = 150;

    private final CondensationSettings settings;

    public ThreadPlanning(CondensationSettings settings) {
        this.settings = settings;
    }

    /**
     * What to take notes of; empty where the synthesis can read the thread whole.
     *
     * @param provider whose settings a failure names
     * @param size of this provider's requests
     * @throws LlmException {@code llm_bad_request} when the ticket would take more calls than the settings allow, or a prompt
     *     cannot be used
     */
    public Optional<ThreadPlan> plan(Ticket ticket, PromptVersions versions, String provider, RequestSize size)
            throws LlmException {
        if (size.tokens(synthesis(new ThreadInput(ticket), versions)) <= size.maxTokens()) {
            return Optional.empty();
        }
        ThreadPlanner planner = new ThreadPlanner(ticket);
        int comments = ticket.comments().size();
        ThreadInput empty = new ThreadInput(ticket, new CondensedThread(1, comments, 1, List.of()));
        long room = size.maxTokens() - size.tokens(synthesis(empty, versions));
        long chunkRoom = comments == 0 ? 0 : size.maxTokens() - size.tokens(emptyChunk(ticket, versions));
        if (Math.min(room, chunkRoom) < MIN_NOTE_TOKENS) {
            throw tooLong(ticket, provider, planner, "what stands around its comments leaves no room for them");
        }
        ThreadPlan plan = planner.plan(room, Math.min(CHUNK_TOKENS, chunkRoom));
        if (isTooMuch(plan)) {
            plan = planner.plan(room, chunkRoom);
        }
        if (isTooMuch(plan)) {
            throw tooLong(
                    ticket,
                    provider,
                    planner,
                    "to take notes of it would need %d calls, and CONDENSATION_MAX_CALLS allows %d"
                            .formatted(plan.chunks().size(), settings.maxCalls()));
        }
        return Optional.of(plan);
    }

    private boolean isTooMuch(ThreadPlan plan) {
        return plan.chunks().size() > settings.maxCalls() || plan.noteTokens() < MIN_NOTE_TOKENS;
    }

    private static LlmRequest synthesis(ThreadInput input, PromptVersions versions) {
        return new LlmRequest(LlmTask.SYNTHESIS, LlmTask.SYNTHESIS.promptVersion(versions), input);
    }

    private static LlmRequest emptyChunk(Ticket ticket, PromptVersions versions) {
        Chunk empty = new Chunk(List.of(new Chunk.Piece(1, 0, 0)));
        return new LlmRequest(
                LlmTask.CONDENSATION,
                LlmTask.CONDENSATION.promptVersion(versions),
                new ChunkInput(ticket, empty, ThreadPlan.MAX_WORDS));
    }

    private static LlmException tooLong(Ticket ticket, String provider, ThreadPlanner planner, String why) {
        String prefix = LlmProvider.fromName(provider).settingsPrefix();
        return new LlmException(CallFailure.permanent(
                ErrorType.LLM_BAD_REQUEST,
                ("the thread has about %d tokens in %d comments: %s. Raise %s_REQUEST_MAX_TOKENS or"
                                + " CONDENSATION_MAX_CALLS, ask a model with a larger window, or lower"
                                + " TICKET_COMMENT_MAX_CHARS")
                        .formatted(planner.total(), ticket.comments().size(), why, prefix)));
    }
}
