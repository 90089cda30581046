package io.github.ticketsummarizer.telemetry.redaction;

/** A piece of personal data in a text, from {@code start} up to and without {@code end}. */
record Finding(int start, int end, Mark mark) {}
