package io.github.ticketsummarizer.llm.thread;

import java.util.List;

/**
 * Which comments of a long thread are condensed; those before and after are read whole.
 *
 * @param first the number of the first comment that is condensed, from 1
 * @param last the number of the last one
 * @param chunks what each call takes notes of
 * @param noteTokens what the notes of one chunk may have, estimated
 */
record ThreadPlan(int first, int last, List<Chunk> chunks, long noteTokens) {
    ThreadPlan {
        chunks = List.copyOf(chunks);
    }
}
