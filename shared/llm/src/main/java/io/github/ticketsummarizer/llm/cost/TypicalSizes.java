package io.github.ticketsummarizer.llm.cost;

import io.github.ticketsummarizer.llm.LlmTask;

/**
 * How long questions and answers are where nothing better is known. Lengths are means over the 128 sample tickets, answered
 * by the stand-in of {@code fake-llm}; no real model was asked for them, hence the wide bounds.
 */
public final class TypicalSizes {
    /** The ticket part of a synthesis, in characters: the header and every comment. */
    public static final int THREAD_CHARACTERS = 3_350;

    /** What stands for the ticket in the other two tasks: its header, the synthesis and the quotes. */
    private static final Bounds SYNTHESIZED_CHARACTERS = new Bounds(1_300, 2_600);
    /** English prose has up to 4.5 characters a token; JSON, names and the newest tokenizers come down to 3. */
    private static final double MOST_CHARACTERS_A_TOKEN = 4.5;

    private static final double LEAST_CHARACTERS_A_TOKEN = 3;
    /** Models that think before they answer write this much more, if their effort is not limited. */
    private static final int THINKING_TOKENS = 1_000;
    /** One note with its quote. */
    private static final int FEW_NOTES_TOKENS = 50;

    private TypicalSizes() {}

    /** The ticket part of a synthesis of which nothing is known. */
    static Bounds threadTokens() {
        return tokens(new Bounds(THREAD_CHARACTERS, THREAD_CHARACTERS));
    }

    /** The ticket part of the two analyses. */
    static Bounds synthesizedTokens() {
        return tokens(SYNTHESIZED_CHARACTERS);
    }

    static Bounds tokens(Bounds characters) {
        return new Bounds(characters.low() / MOST_CHARACTERS_A_TOKEN, characters.high() / LEAST_CHARACTERS_A_TOKEN);
    }

    /** Tokens of notes: from one of them, without thinking, to as many as are kept, after thinking. */
    static Bounds noteTokens(long most) {
        return new Bounds(Math.min(FEW_NOTES_TOKENS, most), most + THINKING_TOKENS);
    }

    /** Tokens of an analysis' or a synthesis' answer: from the stand-in's, without thinking, to twice that after thinking. */
    static Bounds answerTokens(LlmTask task) {
        int standIn = switch (task) {
            case SYNTHESIS -> 220;
            case CATEGORIZATION -> 175;
            case DIAGNOSTICS -> 235;
            case CONDENSATION -> throw new IllegalArgumentException("notes are as long as they may be");
        };
        return new Bounds(standIn, 2 * standIn + THINKING_TOKENS);
    }
}
