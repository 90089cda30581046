package io.github.ticketsummarizer.fakes.llm;

/**
 * What the stand-in says, before a wire format puts it in its own words.
 *
 * @param number of the request, for ids
 */
record Reply(long number, String model, String text, Ending ending, Usage usage) {
    /** Why the model stopped. */
    enum Ending {
        COMPLETE,
        /** The limit of output tokens was reached. */
        CUT,
        /** The model would not answer. */
        REFUSED,
        /** In a word that no client knows yet. */
        UNKNOWN
    }

    /**
     * Tokens, each counted once.
     *
     * @param fresh read, neither from a cache nor written to one
     * @param cached read from the cache
     * @param cacheWrite read and written to the cache; not every format tells them from the fresh ones
     * @param visible written for us to see
     * @param reasoning written for the model itself
     */
    record Usage(long fresh, long cached, long cacheWrite, long visible, long reasoning) {
        long input() {
            return fresh + cached + cacheWrite;
        }

        long output() {
            return visible + reasoning;
        }
    }

    Reply ending(Ending other, String otherText) {
        return new Reply(number, model, otherText, other, usage);
    }
}
