package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.CliException;
import io.github.ticketsummarizer.cli.run.BackfillSubmission;
import io.github.ticketsummarizer.cli.run.RunFolder;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.zendesk.backfill.BackfillException;
import io.github.ticketsummarizer.zendesk.backfill.BackfillPatience;
import io.github.ticketsummarizer.zendesk.http.ZendeskClient;
import io.github.ticketsummarizer.zendesk.http.ZendeskSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A backfill from wherever it is to its end. */
final class BackfillFlow implements AutoCloseable {
    private final CommandContext context;
    private final RemoteCluster cluster;
    private final ZendeskClient zendesk;
    private final BackfillPatience patience;

    private BackfillFlow(
            CommandContext context, RemoteCluster cluster, ZendeskClient zendesk, BackfillPatience patience) {
        this.context = context;
        this.cluster = cluster;
        this.zendesk = zendesk;
        this.patience = patience;
    }

    /**
     * Reads who to ask and where to send, and makes sure of the Kafka.
     *
     * @throws io.github.ticketsummarizer.model.SettingsException when a setting is wrong or missing
     */
    static BackfillFlow of(CommandContext context, Settings settings) {
        Optional<ZendeskSettings> zendesk = ZendeskSettings.ofCommand(settings);
        if (zendesk.isEmpty()) {
            ZendeskCheck.refuseMissingCredentials(settings);
        }
        BackfillPatience patience = new BackfillPatience(
                settings.duration("RETRY_BACKOFF", Duration.ofSeconds(1)),
                settings.duration("RETRY_BACKOFF_MAX", Duration.ofMinutes(1)),
                context.interruption()::await,
                context::say);
        RemoteCluster cluster = RemoteCluster.connect(settings, context.json());
        zendesk.orElseThrow().credentials().warning().ifPresent(context::say);
        return new BackfillFlow(context, cluster, new ZendeskClient(zendesk.orElseThrow()), patience);
    }

    /** Sends what is left, and says how to go on when that is not all. */
    ExitCode run(RunFolder folder, String howToGoOn) throws IOException, InterruptedException {
        BackfillSubmission submission =
                new BackfillSubmission(folder, cluster, context.json(), context.interruption(), context::say);
        boolean isWhole = false;
        try {
            isWhole = submission.send(query -> query.from(zendesk, patience));
        } catch (BackfillException e) {
            throw new CliException(exitCode(e.failure()), message(e.failure()), e);
        } finally {
            if (!folder.isSubmitted()) {
                context.say(isWhole ? "Zendesk found no ticket; nothing was sent" : "nothing was sent");
                folder.discardIfUnused();
            } else if (!isWhole) {
                context.say(howToGoOn);
            } else {
                context.print(folder.manifest().run().runId() + System.lineSeparator());
            }
        }
        return isWhole ? ExitCode.OK : ExitCode.INTERRUPTED;
    }

    @Override
    public void close() {
        cluster.close();
    }

    private static String message(CallFailure failure) {
        boolean mayBeTheQuery = failure.errorType() == ErrorType.ZENDESK_BAD_ANSWER && !failure.retryable();
        return failure.message() + (mayBeTheQuery ? ", and the query" : "");
    }

    private static ExitCode exitCode(CallFailure failure) {
        if (failure.errorType() == ErrorType.ZENDESK_AUTH) {
            return ExitCode.CREDENTIALS;
        }
        return failure.retryable() ? ExitCode.UNREACHABLE : ExitCode.USAGE;
    }
}
