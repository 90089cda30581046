package io.github.ticketsummarizer.llm.offline;

import io.github.ticketsummarizer.model.Evidence;

/**
 * A sentence that may be picked.
 *
 * @param position its place in the thread, counted over all sentences
 */
record Candidate(int commentNumber, int position, String text, double score) {
    Evidence asEvidence() {
        return new Evidence(commentNumber, text);
    }
}
