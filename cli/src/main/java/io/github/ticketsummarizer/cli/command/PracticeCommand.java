package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.fakes.llm.FakeLlm;
import io.github.ticketsummarizer.fakes.otlp.OtlpReceiver;
import io.github.ticketsummarizer.fakes.zendesk.Credentials;
import io.github.ticketsummarizer.fakes.zendesk.FakeZendesk;
import io.github.ticketsummarizer.fakes.zendesk.Limits;
import io.github.ticketsummarizer.fakes.zendesk.TicketFiles;
import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.model.AnalysisType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * Goes through runs, of tickets from Zendesk and from files, and what each provider is asked with, so that the JVM can keep
 * in a cache what it loads for that. All that is asked are stand-ins on this machine.
 */
@Command(
        name = "practice",
        hidden = true,
        description = "Go through run and doctor against stand-ins; the launcher makes a start-up cache of it.")
final class PracticeCommand implements Callable<Integer> {
    private final CommandContext context;

    PracticeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Path samples = context.home().resolve("samples");
        try (FakeLlm models = new FakeLlm(Duration.ZERO);
                FakeZendesk zendesk = new FakeZendesk(TicketFiles.in(samples.resolve("tickets")), Limits.DEFAULT);
                OtlpReceiver platform = new OtlpReceiver();
                TemporaryFolder folder = TemporaryFolder.create("ticket-summarizer-practice")) {
            models.start(0);
            zendesk.start(0);
            platform.start(0, 0);
            platform.keepNothing();
            Map<String, String> accounts = accounts(models, zendesk);
            int fromZendesk =
                    execute(folder, withPlatform(accounts, platform), run(samples.resolve("tickets.csv"), folder));
            // Of the hostile ones not all have a plain text, so that what reads HTML is loaded too.
            Path hostile = samples.resolve("hostile");
            int fromFiles =
                    execute(folder, accounts, run(hostile.resolve("ids.csv"), folder, "--tickets", hostile.toString()));
            // It asks each provider, and so loads what each is asked with.
            int looked = execute(folder, accounts, "doctor", "--live");
            return Math.max(Math.max(fromZendesk, fromFiles), looked);
        }
    }

    private int execute(TemporaryFolder folder, Map<String, String> environment, String... arguments) {
        CommandContext there = new CommandContext(
                environment,
                folder.path(),
                context.home(),
                context.in(),
                context.out(),
                context.err(),
                context.isTerminal(),
                context.interruption(),
                context.clock(),
                context.json());
        return Commands.in(there).execute(arguments);
    }

    private static String[] run(Path input, TemporaryFolder folder, String... more) {
        String[] run = {
            "run",
            "--input",
            input.toString(),
            "--limit",
            "8",
            "--analysis-type",
            AnalysisType.BOTH.wireName(),
            "--model-provider",
            LlmProvider.GEMINI.wireName(),
            "--data",
            folder.path().resolve("data").toString()
        };
        return Stream.concat(Arrays.stream(run), Arrays.stream(more)).toArray(String[]::new);
    }

    private static Map<String, String> accounts(FakeLlm models, FakeZendesk zendesk) {
        Map<String, String> settings = new HashMap<>();
        models.settings().values().forEach(settings::putAll);
        settings.put("ZENDESK_BASE_URL", zendesk.url().toString());
        settings.put("ZENDESK_CLIENT_ID", Credentials.DEFAULT.clientId());
        settings.put("ZENDESK_CLIENT_SECRET", Credentials.DEFAULT.clientSecret());
        return settings;
    }

    private static Map<String, String> withPlatform(Map<String, String> accounts, OtlpReceiver platform) {
        Map<String, String> settings = new HashMap<>(accounts);
        settings.put("TELEMETRY_PLATFORMS", "phoenix");
        settings.put("PHOENIX_OTLP_ENDPOINT", platform.httpUrl().toString());
        return settings;
    }
}
