package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.CliException;
import io.github.ticketsummarizer.cli.input.TicketEntry;
import io.github.ticketsummarizer.cli.input.TicketList;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.SettingsException;
import io.github.ticketsummarizer.zendesk.http.BudgetSpentException;
import io.github.ticketsummarizer.zendesk.http.Endpoint;
import io.github.ticketsummarizer.zendesk.http.ZendeskClient;
import io.github.ticketsummarizer.zendesk.http.ZendeskCredentials;
import io.github.ticketsummarizer.zendesk.http.ZendeskException;
import io.github.ticketsummarizer.zendesk.http.ZendeskSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks Zendesk for one ticket before a run, so that wrong credentials do not come to light as thousands of failures. */
final class ZendeskCheck {
    private static final int ATTEMPTS = 3;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CommandContext context;

    ZendeskCheck(CommandContext context) {
        this.context = context;
    }

    /**
     * Checks where tickets come from Zendesk; whether the ticket is there does not matter.
     *
     * @throws CliException when credentials are missing or refused, or Zendesk cannot be reached
     */
    void require(Settings settings, List<TicketEntry> tickets) {
        if (!settings.text("TICKET_SOURCE", "zendesk").equals("zendesk")) {
            return;
        }
        Optional<ZendeskSettings> zendesk = ZendeskSettings.ofCommand(settings);
        Optional<String> ticketId = tickets.stream()
                .map(TicketEntry::ticketId)
                .filter(TicketList::isTicketId)
                .findFirst();
        if (zendesk.isEmpty()) {
            refuseMissingCredentials(settings);
        } else if (ticketId.isPresent()) {
            require(new ZendeskClient(zendesk.get()), ticketId.get());
        }
    }

    /**
     * What else is wrong with the settings is told with those of the services, all at once.
     *
     * @throws CliException when nothing is wrong but that there are no credentials
     */
    static void refuseMissingCredentials(Settings settings) {
        try {
            settings.requireValid();
        } catch (SettingsException e) {
            if (e.problems().stream().allMatch(ZendeskCredentials::isProblemOf)) {
                throw new CliException(ExitCode.CREDENTIALS, String.valueOf(e.getMessage()), e);
            }
        }
    }

    private void require(ZendeskClient client, String ticketId) {
        try {
            ZendeskException failure = ask(client, ticketId);
            for (int attempt = 2; attempt <= ATTEMPTS && mayPass(failure); attempt++) {
                if (context.interruption().await(BETWEEN_ATTEMPTS)) {
                    throw interrupted();
                }
                failure = ask(client, ticketId);
            }
            if (failure != null) {
                refuse(failure);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        }
    }

    /** What went wrong; null when Zendesk answered. */
    private static @Nullable ZendeskException ask(ZendeskClient client, String ticketId) throws InterruptedException {
        try {
            client.get(Endpoint.TICKETS, "/api/v2/tickets/show_many?ids=" + ticketId, PATIENCE);
            return null;
        } catch (ZendeskException e) {
            return e;
        } catch (BudgetSpentException limited) {
            return null; // It answered, and the run will wait as it must.
        }
    }

    private static boolean mayPass(@Nullable ZendeskException failure) {
        return failure != null && failure.failure().retryable();
    }

    private static CliException interrupted() {
        return new CliException(ExitCode.INTERRUPTED, "interrupted before anything was sent");
    }

    private static void refuse(ZendeskException failure) {
        ErrorType type = failure.failure().errorType();
        boolean answers = failure.failure().retryable() && type != ErrorType.ZENDESK_UNAVAILABLE;
        if (!answers) { // where it does, if not well, each ticket will tell how it went
            ExitCode exitCode = type == ErrorType.ZENDESK_AUTH ? ExitCode.CREDENTIALS : ExitCode.UNREACHABLE;
            throw new CliException(exitCode, failure.failure().message(), failure);
        }
    }
}
