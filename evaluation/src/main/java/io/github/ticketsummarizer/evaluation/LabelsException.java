package io.github.ticketsummarizer.evaluation;

import java.util.List;

/** Labels that cannot be used; the message lists the mistakes, each with file, line and reason. */
public final class LabelsException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    /** @param mistakes a line each, in the order in which they are shown */
    public LabelsException(List<String> mistakes) {
        super(listed(mistakes));
    }

    private static String listed(List<String> mistakes) {
        String shown = String.join("\n", mistakes.subList(0, Math.min(SHOWN, mistakes.size())));
        return mistakes.size() > SHOWN ? "%s\n… and %d more".formatted(shown, mistakes.size() - SHOWN) : shown;
    }
}
