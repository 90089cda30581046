package io.github.ticketsummarizer.llm.offline;

/** What a phrase in a sentence hints at. */
enum Cue {
    /** Something fails, or something is asked for. */
    PROBLEM,
    /** A reason is given. */
    CAUSE,
    /** Something was done about it, or works again. */
    FIX,
    /** Not done yet. */
    PENDING,
    /** The writer guesses. */
    GUESS,
    /** Something is said not to be the matter. */
    CLEARED,
    /** Manners and the running of the ticket: says nothing about the matter. */
    COURTESY,
    /** A term of the taxonomy or the diagnostics guide: the sentence is about the product. */
    PRODUCT
}
