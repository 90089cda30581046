package io.github.ticketsummarizer.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tickets of {@code samples/hostile}, and what its table promises of each. */
final class HostileTickets {
    static final Path FOLDER = CommandRunner.HOME.resolve("samples/hostile");
    /** In every text of every hostile ticket, followed by the ticket's id. */
    static final String MARKER = "kestrel9";

    private static final Pattern ROW =
            Pattern.compile("^\\| (\\d+) \\| [^|]+ \\| ([^|]*?) ?\\| `(\\w+)` \\|$", Pattern.MULTILINE);

    private final List<Expectation> expectations;

    HostileTickets() {
        try {
            expectations = ROW.matcher(Files.readString(FOLDER.resolve("README.md")))
                    .results()
                    .map(Expectation::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<Expectation> expectations() {
        return expectations.stream();
    }

    /**
     * A row of the table.
     *
     * @param asksFor the POD that the ticket wants; empty where it wants none
     * @param outcome {@code success}, or the type of the error
     */
    record Expectation(String ticketId, String asksFor, String outcome) {
        private static Expectation of(MatchResult row) {
            return new Expectation(row.group(1), row.group(2), row.group(3));
        }

        boolean isFailure() {
            return !outcome.equals("success");
        }
    }
}
