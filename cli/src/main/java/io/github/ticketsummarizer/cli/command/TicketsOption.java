package io.github.ticketsummarizer.cli.command;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Tickets from files, for services that are started here. */
final class TicketsOption {
    @Option(
            names = "--tickets",
            paramLabel = "FILE|DIR",
            description = "Read the tickets from JSON files instead of Zendesk.")
    private @Nullable Path tickets;

    /** Where they are; null when the settings say it. */
    @Nullable
    Path path() {
        return tickets;
    }

    /**
     * Makes sure that they can be read, and are read here.
     *
     * @param bootstrapServers the Kafka that was named; null when none was
     * @throws io.github.ticketsummarizer.cli.CliException when they cannot, or services elsewhere read tickets
     */
    void check(@Nullable String bootstrapServers) {
        RunChecks.tickets(tickets, bootstrapServers);
    }

    /** The settings that a place of tickets stands for. */
    static Map<String, String> flags(@Nullable Path tickets) {
        return tickets == null
                ? Map.of()
                : Map.of(
                        "TICKET_SOURCE",
                        "file",
                        "TICKET_PATH",
                        tickets.toAbsolutePath().toString());
    }
}
