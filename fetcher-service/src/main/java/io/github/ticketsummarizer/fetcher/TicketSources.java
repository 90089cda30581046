package io.github.ticketsummarizer.fetcher;

import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.SettingsException;
import io.github.ticketsummarizer.zendesk.FetchResult;
import io.github.ticketsummarizer.zendesk.FileTicketSource;
import io.github.ticketsummarizer.zendesk.TicketMappingSettings;
import io.github.ticketsummarizer.zendesk.TicketSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Chooses where tickets come from: {@code TICKET_SOURCE}, and for files {@code TICKET_PATH}. */
final class TicketSources {
    private static final String SOURCE = "TICKET_SOURCE";
    private static final String PATH = "TICKET_PATH";

    private final Settings settings;

    TicketSources(Settings settings) {
        this.settings = settings;
    }

    /** The source; what is wrong with its settings is noted there. */
    TicketSource source() {
        return switch (settings.text(SOURCE, "file")) {
            case "file" -> fileSource();
            case "zendesk" -> {
                settings.problem(
                        SOURCE, "'zendesk' is not there yet in this version; set TICKET_SOURCE=file and " + PATH);
                yield new NoTickets();
            }
            default -> {
                settings.problem(SOURCE, "'%s' is not one of: file".formatted(settings.text(SOURCE)));
                yield new NoTickets();
            }
        };
    }

    private TicketSource fileSource() {
        String path = settings.text(PATH);
        TicketMappingSettings mapping = TicketMappingSettings.from(settings);
        if (path == null) {
            settings.problem(PATH, "is not set; name the file or folder that holds the tickets, or use --tickets");
            return new NoTickets();
        }
        try {
            return new FileTicketSource(Path.of(path), mapping);
        } catch (SettingsException unusable) {
            settings.problems(unusable);
            return new NoTickets();
        }
    }

    /** Stands in where the settings name no usable source; they are refused before it is ever asked. */
    private static final class NoTickets implements TicketSource {
        @Override
        public Map<String, FetchResult> fetch(List<String> ticketIds) {
            throw new IllegalStateException("the settings name no source of tickets");
        }
    }
}
