package io.github.ticketsummarizer.llm.cost;

import io.github.ticketsummarizer.llm.ChunkInput;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmRequest;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.RequestSize;
import io.github.ticketsummarizer.llm.TaskInput;
import io.github.ticketsummarizer.llm.ThreadInput;
import io.github.ticketsummarizer.llm.chat.ChatRequest;
import io.github.ticketsummarizer.llm.prompt.PromptBuilder;
import io.github.ticketsummarizer.llm.thread.Chunk;
import io.github.ticketsummarizer.llm.thread.ThreadPlan;
import io.github.ticketsummarizer.llm.thread.ThreadPlanning;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.Ticket;
import java.util.List;
import java.util.Optional;

/** How long the threads of some tickets are in a model's eyes, and what the notes of the longest of them take. */
final class ThreadSizes {
    private static final Bounds NOTHING = new Bounds(0, 0);

    private final PromptBuilder prompts;
    private final ThreadPlanning planning;
    private final PromptVersions versions;

    private int asked;
    private int chunks;
    private Bounds threads = NOTHING;
    private Bounds chunkTexts = NOTHING;
    private Bounds notes = NOTHING;

    ThreadSizes(PromptBuilder prompts, ThreadPlanning planning, PromptVersions versions) {
        this.prompts = prompts;
        this.planning = planning;
        this.versions = versions;
    }

    /**
     * Looks at these tickets.
     *
     * @param provider who is to read them
     * @param maxTokens that a request to it may have
     * @throws LlmException when a prompt cannot be used
     */
    void add(List<Ticket> tickets, String provider, long maxTokens) throws LlmException {
        Sizes sizes = new Sizes(maxTokens);
        for (Ticket ticket : tickets) {
            Optional<ThreadPlan> plan;
            try {
                plan = planning.plan(ticket, versions, provider, sizes);
            } catch (LlmException tooLong) {
                // Such a ticket fails before anything is asked.
                continue;
            }
            asked++;
            if (plan.isPresent()) {
                addCondensed(ticket, plan.get());
            } else {
                threads = threads.plus(sizes.ofLast);
            }
        }
    }

    /** Of the tickets, how many a model is asked about: the others are too long for it. */
    int asked() {
        return asked;
    }

    /** Calls for notes, of all tickets together. */
    int chunks() {
        return chunks;
    }

    /** Tokens of the ticket part of a synthesis, on average; those of the samples where no ticket is known. */
    Bounds thread() {
        return asked == 0 ? TypicalSizes.threadTokens() : threads.times(1.0 / asked);
    }

    /** Tokens of the ticket part of a call for notes, on average. */
    Bounds chunk() {
        return chunkTexts.times(1.0 / Math.max(1, chunks));
    }

    /** Tokens of the answer to a call for notes, on average. */
    Bounds notes() {
        return notes.times(1.0 / Math.max(1, chunks));
    }

    private void addCondensed(Ticket ticket, ThreadPlan plan) throws LlmException {
        int calls = plan.chunks().size();
        for (Chunk chunk : plan.chunks()) {
            chunkTexts = chunkTexts.plus(tokens(LlmTask.CONDENSATION, new ChunkInput(ticket, chunk, plan.words())));
        }
        Bounds around = tokens(LlmTask.SYNTHESIS, new ThreadInput(ticket, plan.with(List.of())));
        threads = threads.plus(around).plus(new Bounds(0, (double) calls * plan.noteTokens()));
        notes = notes.plus(TypicalSizes.noteTokens(plan.noteTokens()).times(calls));
        chunks += calls;
    }

    private Bounds tokens(LlmTask task, TaskInput input) throws LlmException {
        return tokens(prompts.build(new LlmRequest(task, task.promptVersion(versions), input)));
    }

    private static Bounds tokens(ChatRequest request) {
        long characters =
                request.turns().stream().mapToLong(turn -> turn.text().length()).sum();
        return TypicalSizes.tokens(new Bounds(characters, characters));
    }

    /** Keeps what the last request has in a model's eyes, so that a thread that fits is put into words only once. */
    private final class Sizes implements RequestSize {
        private final long maxTokens;
        private Bounds ofLast = NOTHING;

        private Sizes(long maxTokens) {
            this.maxTokens = maxTokens;
        }

        @Override
        public long maxTokens() {
            return maxTokens;
        }

        @Override
        public long tokens(LlmRequest request) throws LlmException {
            ChatRequest built = prompts.build(request);
            ofLast = ThreadSizes.tokens(built);
            return built.estimatedTokens();
        }
    }
}
