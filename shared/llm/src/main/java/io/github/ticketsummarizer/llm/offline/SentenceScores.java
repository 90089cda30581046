package io.github.ticketsummarizer.llm.offline;

/**
 * How well a sentence would stand for each part of a synthesis. The weights were set by hand while reading support
 * threads; they are a baseline, not a model, and only their order matters.
 */
final class SentenceScores {
    /** A sentence below this says too little to be picked. */
    static final double ENOUGH = 3;

    /** From this length on a sentence tells something. */
    private static final double GOOD_LENGTH = 45;

    private SentenceScores() {}

    /** As the report of the customer's first message; {@code index} is the sentence's place in that message. */
    static double asIssue(SentenceFacts facts, int index) {
        return facts.of(Cue.PROBLEM)
                + 0.5 * facts.of(Cue.PRODUCT)
                + 0.5 * facts.subjectWords()
                - 0.8 * facts.of(Cue.GUESS)
                - 0.8 * facts.of(Cue.COURTESY)
                + Math.max(0, 2 - 0.5 * index)
                + form(facts);
    }

    /** As the cause; {@code progress} is the comment's place in the thread, from 0 to 1. */
    static double asCause(SentenceFacts facts, Voice voice, boolean firstMessage, double progress) {
        double trust = switch (voice) {
            case NOTE -> 3;
            case SUPPORT -> 1.5;
            case CUSTOMER -> 0;
        };
        return facts.of(Cue.CAUSE)
                + 0.4 * facts.of(Cue.PRODUCT)
                + 0.4 * facts.subjectWords()
                + trust
                + progress
                - (firstMessage ? 4 : 0)
                - facts.of(Cue.GUESS)
                - facts.of(Cue.CLEARED)
                - facts.of(Cue.COURTESY)
                - 0.5 * facts.of(Cue.FIX)
                - 0.5 * facts.of(Cue.PENDING)
                - (facts.question() ? 5 : 0)
                - (facts.denial() ? 4 : 0)
                + form(facts);
    }

    /** As what fixed it; a sentence that names nothing done stands for no fix at all. */
    static double asFix(SentenceFacts facts, boolean firstMessage, double progress) {
        if (firstMessage || facts.of(Cue.FIX) == 0) {
            return 0;
        }
        return facts.of(Cue.FIX)
                + 0.3 * facts.of(Cue.PRODUCT)
                + 0.3 * facts.subjectWords()
                + 3 * progress
                - facts.of(Cue.GUESS)
                - 0.7 * facts.of(Cue.COURTESY)
                - 1.2 * facts.of(Cue.PENDING)
                - (facts.question() ? 6 : 0)
                - (facts.denial() ? 2 : 0)
                + form(facts);
    }

    /** As a detail worth keeping for the analyses: it names parts of the product. */
    static double asDetail(SentenceFacts facts) {
        return facts.of(Cue.PRODUCT)
                + 0.3 * facts.subjectWords()
                - facts.of(Cue.GUESS)
                - facts.of(Cue.CLEARED)
                - 0.5 * facts.of(Cue.COURTESY)
                - (facts.question() ? 4 : 0)
                - (facts.denial() ? 4 : 0);
    }

    private static double form(SentenceFacts facts) {
        double tooShort = Math.max(0, (GOOD_LENGTH - facts.length()) / 15);
        return (facts.whole() ? 0 : -1.5) - tooShort;
    }
}
