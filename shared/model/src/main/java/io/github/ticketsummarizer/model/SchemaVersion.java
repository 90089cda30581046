package io.github.ticketsummarizer.model;

/** The version of the records on topics; fields added later are optional for ever. */
final class SchemaVersion {
    static final int CURRENT = 1;

    private SchemaVersion() {}
}
