package io.github.ticketsummarizer.telemetry.redaction;

import org.jspecify.annotations.Nullable;

/** Finds one kind of personal data. */
@FunctionalInterface
interface Detector {
    /**
     * The piece that shows itself at a place of the text, most often by starting there. It looks at a bounded number of
     * characters, or at those of one word, so that a whole text takes time in proportion to its length.
     */
    @Nullable
    Finding find(Scan scan, int at);
}
