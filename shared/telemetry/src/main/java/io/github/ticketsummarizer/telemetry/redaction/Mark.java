package io.github.ticketsummarizer.telemetry.redaction;

/** What stands in a text where a piece of personal data was. */
enum Mark {
    EMAIL("[email]"),
    PHONE("[phone]"),
    CARD("[card]"),
    IBAN("[iban]"),
    IP("[ip]"),
    /** A key, a password or another secret. */
    TOKEN("[token]"),
    NAME("[name]");

    private final String text;

    Mark(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
