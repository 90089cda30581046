package io.github.ticketsummarizer.cli.doctor;

import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.SettingsException;
import io.github.ticketsummarizer.zendesk.FileTicketSource;
import io.github.ticketsummarizer.zendesk.TicketMappingSettings;
import io.github.ticketsummarizer.zendesk.http.BudgetSpentException;
import io.github.ticketsummarizer.zendesk.http.Endpoint;
import io.github.ticketsummarizer.zendesk.http.ZendeskClient;
import io.github.ticketsummarizer.zendesk.http.ZendeskException;
import io.github.ticketsummarizer.zendesk.http.ZendeskSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether tickets can be read from where the settings say. */
public final class TicketChecks {
    private static final String SUBJECT = "tickets";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Whether there is such a ticket does not matter: an account answers alike. */
    private static final String ONE_TICKET = "/api/v2/tickets/show_many?ids=1";

    private final NetworkChecks network;

    /** @param network looks at Zendesk's clock */
    public TicketChecks(NetworkChecks network) {
        this.network = network;
    }

    /**
     * Looks at the source of tickets.
     *
     * @param settings in which problems are noted
     * @param live whether to ask Zendesk for one ticket
     */
    public List<Finding> look(Settings settings, boolean live) throws InterruptedException {
        return settings.text("TICKET_SOURCE", "zendesk").equals("file")
                ? List.of(files(settings))
                : zendesk(settings, live);
    }

    private static Finding files(Settings settings) {
        String path = settings.text("TICKET_PATH");
        if (path == null) {
            return Finding.failed(SUBJECT, "TICKET_SOURCE is file, and TICKET_PATH is not set", ExitCode.USAGE);
        }
        try {
            var _ = new FileTicketSource(Path.of(path), TicketMappingSettings.from(settings));
            return Finding.ok(SUBJECT, "from files: %s".formatted(path));
        } catch (SettingsException unusable) {
            return Finding.failed(SUBJECT, String.join("; ", unusable.problems()), ExitCode.USAGE);
        }
    }

    private List<Finding> zendesk(Settings settings, boolean live) throws InterruptedException {
        Optional<ZendeskSettings> zendesk = ZendeskSettings.ofCommand(settings);
        if (zendesk.isEmpty()) {
            return List.of(Finding.note(SUBJECT, "Zendesk is not set up: " + problems(settings)));
        }
        ZendeskSettings account = zendesk.get();
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok(
                SUBJECT,
                "set: Zendesk at %s with %s"
                        .formatted(
                                account.address().base(), account.credentials().settingNames())));
        account.credentials().warning().ifPresent(warning -> findings.add(Finding.note(SUBJECT, warning)));
        if (live) {
            findings.add(network.clock(account.address().base()));
            findings.add(call(new ZendeskClient(account)));
        }
        return findings;
    }

    private static String problems(Settings settings) {
        try {
            settings.requireValid();
            return "";
        } catch (SettingsException missing) {
            return String.join("; ", missing.problems());
        }
    }

    private static Finding call(ZendeskClient client) throws InterruptedException {
        try {
            client.get(Endpoint.TICKETS, ONE_TICKET, PATIENCE);
            return Finding.ok(SUBJECT, "Zendesk answers and takes the credentials");
        } catch (BudgetSpentException limited) {
            return Finding.note(SUBJECT, "Zendesk's rate limit is used up for now");
        } catch (ZendeskException failed) {
            ErrorType type = failed.failure().errorType();
            return Finding.failed(
                    SUBJECT,
                    failed.failure().message(),
                    type == ErrorType.ZENDESK_AUTH ? ExitCode.CREDENTIALS : ExitCode.UNREACHABLE);
        }
    }
}
