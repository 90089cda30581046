package io.github.ticketsummarizer.llm.config;

import io.github.ticketsummarizer.model.SettingsException;
import java.util.List;

/** The configuration files cannot be used; the message lists every mistake, a line each, with file and line. */
public final class ConfigException extends SettingsException {
    private static final long serialVersionUID = 1L;

    /** @param mistakes one line each, for example {@code taxonomy.yaml:12: /pods/0/name: …} */
    public ConfigException(List<String> mistakes) {
        super(mistakes);
    }
}
