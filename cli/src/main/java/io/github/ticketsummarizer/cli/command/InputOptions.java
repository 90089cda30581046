package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.input.TicketCsv;
import io.github.ticketsummarizer.cli.input.TicketList;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The file that names the tickets. */
final class InputOptions {
    @Option(
            names = "--input",
            paramLabel = "FILE",
            description = "CSV file with the header 'Serial No,Ticket ID' or 'Zendesk Tickets ID'.")
    private @Nullable Path input;

    @Option(names = "--limit", paramLabel = "N", description = "Only the first N tickets of the file.")
    private @Nullable Integer limit;

    /** The file as the user named it; null when none was. */
    @Nullable
    String name() {
        return input == null ? null : input.toString();
    }

    boolean isFileGiven() {
        return input != null;
    }

    boolean isLimitGiven() {
        return limit != null;
    }

    /**
     * The tickets of the file.
     *
     * @throws io.github.ticketsummarizer.cli.CliException when none is named, or it cannot be used
     */
    TicketList read() {
        return TicketCsv.read(input == null ? Path.of("") : input, RunChecks.limit(limit));
    }
}
