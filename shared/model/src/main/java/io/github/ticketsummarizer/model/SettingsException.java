package io.github.ticketsummarizer.model;

import java.util.List;

/** The settings cannot be used; the message lists every problem, a line each. */
public class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    /** @param problems one line each: which setting, what is wrong, what would be right */
    public SettingsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** The problems, one line each. */
    public List<String> problems() {
        return problems;
    }
}
