package io.github.ticketsummarizer.fetcher;

import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.SettingsException;
import io.github.ticketsummarizer.streams.stage.StageSettings;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.github.ticketsummarizer.zendesk.FetchResult;
import io.github.ticketsummarizer.zendesk.FileTicketSource;
import io.github.ticketsummarizer.zendesk.TicketMappingSettings;
import io.github.ticketsummarizer.zendesk.TicketSource;
import io.github.ticketsummarizer.zendesk.ZendeskSourceSettings;
import io.github.ticketsummarizer.zendesk.ZendeskTicketSource;
import io.github.ticketsummarizer.zendesk.http.ZendeskClient;
import io.github.ticketsummarizer.zendesk.http.ZendeskSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses where tickets come from: {@code TICKET_SOURCE}, and for files {@code TICKET_PATH}. */
final class TicketSources {
    private static final String SOURCE = "TICKET_SOURCE";
    private static final String PATH = "TICKET_PATH";

    private static final Logger log = LoggerFactory.getLogger(TicketSources.class);

    /** A longer wait for Zendesk's rate limit is shown as such; a shorter one leaves room for batches of some size. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Settings settings;
    private final StageSettings stage;
    private final Tracing tracing;

    TicketSources(Settings settings, StageSettings stage, Tracing tracing) {
        this.settings = settings;
        this.tracing = tracing;
        this.stage = stage;
    }

    /** The source; what is wrong with its settings is noted there. */
    TicketSource source() {
        return switch (settings.text(SOURCE, "zendesk")) {
            case "file" -> fileSource();
            case "zendesk" -> zendeskSource();
            default -> {
                settings.problem(SOURCE, "'%s' is not one of: zendesk, file".formatted(settings.text(SOURCE)));
                yield new NoTickets();
            }
        };
    }

    private TicketSource zendeskSource() {
        TicketMappingSettings mapping = TicketMappingSettings.from(settings);
        Optional<ZendeskSettings> zendesk = ZendeskSettings.from(settings, stage.inFlight());
        if (zendesk.isEmpty()) {
            settings.problem(
                    SOURCE,
                    "is zendesk, which needs the settings above; tickets from files are read with %s=file and %s, or with --tickets"
                            .formatted(SOURCE, PATH));
            return new NoTickets();
        }
        zendesk.get().credentials().warning().ifPresent(log::warn);
        ZendeskSourceSettings source = new ZendeskSourceSettings(stage.inFlight(), patience(), stage.maxRecordBytes());
        return new ZendeskTicketSource(new ZendeskClient(zendesk.get(), tracing), mapping, source, tracing);
    }

    /** Well within the deadline of a call, which has to do for the calls themselves as well. */
    private Duration patience() {
        Duration most = stage.callDeadline().dividedBy(2);
        return PATIENCE.compareTo(most) > 0 ? most : PATIENCE;
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
