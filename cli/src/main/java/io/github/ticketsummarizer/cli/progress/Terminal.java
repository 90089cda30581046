package io.github.ticketsummarizer.cli.progress;

import java.util.Map;

/** Whether a person sees what goes to standard error. */
public final class Terminal {
    private static final String STANDARD_ERROR = "ticket-summarizer.terminal";

    private Terminal() {}

    /**
     * Whether standard error is a terminal that can draw over itself. The launcher tells by a system property whether it
     * is one, since the JDK knows only of standard input and output together.
     */
    public static boolean isStandardErrorATerminal(Map<String, String> environment) {
        return !"dumb".equals(environment.getOrDefault("TERM", "dumb")) && Boolean.getBoolean(STANDARD_ERROR);
    }
}
