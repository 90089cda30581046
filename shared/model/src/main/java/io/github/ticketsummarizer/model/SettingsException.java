package io.github.ticketsummarizer.model;

import java.util.List;

/** The settings cannot be used; the message lists every problem, a line each. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param problems one line each: which setting, what is wrong, what would be right */
    public SettingsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
