package io.github.ticketsummarizer.llm.config;

import java.util.List;

/** The configuration files cannot be used; the message lists every mistake, a line each, with file and line. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> mistakes;

    /** @param mistakes one line each, for example {@code taxonomy.yaml:12: /pods/0/name: …} */
    public ConfigException(List<String> mistakes) {
        super(String.join(System.lineSeparator(), mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** The mistakes, one line each. */
    public List<String> mistakes() {
        return mistakes;
    }
}
