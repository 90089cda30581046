package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.CliException;
import io.github.ticketsummarizer.fakes.http.Fault;
import io.github.ticketsummarizer.fakes.http.FaultPlan;
import io.github.ticketsummarizer.fakes.zendesk.Credentials;
import io.github.ticketsummarizer.fakes.zendesk.FakeTicket;
import io.github.ticketsummarizer.fakes.zendesk.FakeZendesk;
import io.github.ticketsummarizer.fakes.zendesk.Limits;
import io.github.ticketsummarizer.fakes.zendesk.MadeUpTickets;
import io.github.ticketsummarizer.fakes.zendesk.TicketFiles;
import io.github.ticketsummarizer.model.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A stand-in for Zendesk, to try the product against. */
@Command(
        name = "fake-zendesk",
        description = {
            "Stand in for a Zendesk account on this machine, with the sample tickets.",
            "It prints the settings that lead to it, checks credentials, answers 429 above its limit, and runs until"
                    + " interrupted.",
            "With --faults some answers are slow, reset, hanging, junk, HTML, cut short or 429."
        })
final class FakeZendeskCommand implements Callable<Integer> {
    private static final int PORT = 8085;

    private final CommandContext context;

    @Mixin
    private final FakeServerOptions server = new FakeServerOptions(PORT);

    @Option(
            names = "--tickets",
            paramLabel = "DIR",
            description = "Folder of JSON files, one ticket each. Default: the samples.")
    private @Nullable Path tickets;

    @Option(
            names = "--made-up",
            paramLabel = "N",
            description = "N made-up tickets with three comments each instead; their ids begin at 500001.")
    private @Nullable Integer madeUp;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Requests a minute before it answers 429. Default: ${DEFAULT-VALUE}.")
    private int limit = Limits.DEFAULT.account();

    FakeZendeskCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        check();
        try (FakeZendesk zendesk = new FakeZendesk(data(), Limits.DEFAULT.withAccount(limit))) {
            zendesk.log().keepNewest(0);
            zendesk.faults(FaultPlan.share(server.faults(), server.seed(), Fault.ofEveryKind()));
            server.start(zendesk::start);
            context.print(settings(zendesk));
            context.say("a stand-in for Zendesk at %s, until Ctrl-C".formatted(zendesk.url()));
            FakeServerOptions.awaitInterruption(context);
            context.say("it was asked %d times, at most %d times in a minute"
                    .formatted(zendesk.log().count(), zendesk.log().highestInAMinute()));
        }
        return ExitCode.OK.code();
    }

    private void check() {
        server.check();
        if (tickets != null && madeUp != null) {
            throw CliException.usage("give --tickets or --made-up, not both");
        }
        if (madeUp != null && madeUp < 1) {
            throw CliException.usage("--made-up: %d is not a whole number from 1".formatted(madeUp));
        }
        RunChecks.limit(limit);
    }

    private List<FakeTicket> data() {
        if (madeUp != null) {
            return MadeUpTickets.of(madeUp, 3);
        }
        Path folder = tickets == null
                ? context.home().resolve("samples/tickets")
                : context.workingFolder().resolve(tickets);
        if (!Files.isDirectory(folder)) {
            throw CliException.usage("--tickets: %s is not a folder".formatted(folder));
        }
        try {
            return TicketFiles.in(folder);
        } catch (IOException e) {
            throw new CliException(ExitCode.USAGE, "--tickets: %s".formatted(e.getMessage()), e);
        }
    }

    private static String settings(FakeZendesk zendesk) {
        Credentials credentials = Credentials.DEFAULT;
        return """
                export ZENDESK_BASE_URL=%s
                export ZENDESK_CLIENT_ID=%s
                export ZENDESK_CLIENT_SECRET=%s
                # or instead of the client: export ZENDESK_OAUTH_TOKEN=%s
                # or: export ZENDESK_EMAIL=%s ZENDESK_API_KEY=%s
                """.formatted(
                        zendesk.url(),
                        credentials.clientId(),
                        credentials.clientSecret(),
                        credentials.bearerToken(),
                        credentials.email(),
                        credentials.apiToken());
    }
}
