package io.github.ticketsummarizer.telemetry.export;

import java.io.IOException;

/** A platform's answer says by its status that spans were taken, and in its body that they were not. */
abstract sealed class RefusedSpansException extends IOException {
    private static final long serialVersionUID = 1;

    private RefusedSpansException(String message) {
        super(message);
    }

    /** Some spans were rejected, and the others taken. */
    static final class Rejected extends RefusedSpansException {
        private static final long serialVersionUID = 1;

        private final long spans;

        Rejected(long spans) {
            super("%d spans were rejected".formatted(spans));
            this.spans = spans;
        }

        long spans() {
            return spans;
        }
    }

    /** The answer is a page for people. */
    static final class Page extends RefusedSpansException {
        private static final long serialVersionUID = 1;

        Page() {
            super("the answer is a page for people");
        }
    }
}
