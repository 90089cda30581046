package io.github.ticketsummarizer.llm.offline;

/**
 * What the baseline sees of one sentence.
 *
 * @param cues the weight found for each cue, by its ordinal
 * @param subjectWords how many words it shares with the ticket's subject
 * @param question it ends as a question
 * @param denial it begins with a no: it says what is not the matter
 * @param length in characters
 * @param whole it ends with a stop, as a heading, a greeting or a signature does not
 */
record SentenceFacts(int[] cues, int subjectWords, boolean question, boolean denial, int length, boolean whole) {
    int of(Cue cue) {
        return cues[cue.ordinal()];
    }
}
