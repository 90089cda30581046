package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.CliException;
import io.github.ticketsummarizer.fakes.llm.FakeLlm;
import io.github.ticketsummarizer.fakes.llm.LlmFault;
import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stand-ins for the model providers, to try the program against without a key. */
@Command(
        name = "fake-llm",
        description = {
            "Stand in for all model providers on this machine, and print the settings that point to it.",
            "It speaks the wire formats of Gemini, Azure OpenAI, Anthropic and OpenAI, checks what it is asked as the"
                    + " real ones do, and answers from the ticket and the schema. It runs until interrupted."
        })
final class FakeLlmCommand implements Callable<Integer> {
    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(1);
    private static final int LARGEST_PORT = 65_535;

    private final CommandContext context;

    @Option(names = "--port", paramLabel = "PORT", description = "0 takes any. Default: ${DEFAULT-VALUE}.")
    private int port = 8099;

    @Option(
            names = "--latency",
            paramLabel = "TIME",
            description = "Of every answer, such as 500ms. Default: ${DEFAULT-VALUE}.")
    private String latency = "2s";

    @Option(
            names = "--faults",
            paramLabel = "SHARE",
            description = "Share of the requests, from 0 to 1, that go wrong. Default: ${DEFAULT-VALUE}.")
    private double faults;

    @Option(
            names = "--fault-kinds",
            paramLabel = "KIND",
            split = ",",
            completionCandidates = Candidates.LlmFaults.class,
            description =
                    "How they go wrong: ${COMPLETION-CANDIDATES}. Default: in each way that another try may mend.")
    private List<LlmFault> faultKinds = List.of();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Decides which requests go wrong; the same ones each time. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    FakeLlmCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > LARGEST_PORT) {
            throw CliException.usage("--port: %d is not from 0 to %d".formatted(port, LARGEST_PORT));
        }
        if (!(faults >= 0 && faults <= 1)) {
            throw CliException.usage("--faults: %s is not from 0 to 1".formatted(faults));
        }
        try (FakeLlm fake = new FakeLlm(duration())) {
            fake.misbehave(faults, seed, faultKinds.isEmpty() ? LlmFault.TRANSIENT : faultKinds);
            start(fake);
            fake.settings().forEach(this::printSettings);
            context.say("answering at %s, until Ctrl-C".formatted(fake.url()));
            awaitInterruption();
            context.say("%d requests came, at most %d at one time"
                    .formatted(fake.log().count(), fake.log().maxInFlight()));
        }
        return ExitCode.OK.code();
    }

    private Duration duration() {
        String option = "--latency";
        Settings given = new Settings(Map.of(option, latency));
        Duration duration = given.duration(option, Duration.ZERO);
        given.requireValid();
        return duration;
    }

    private void start(FakeLlm fake) {
        try {
            fake.start(port);
        } catch (IOException e) {
            throw new CliException(ExitCode.USAGE, "--port: %d cannot be used (%s)".formatted(port, e.getMessage()), e);
        }
    }

    private void printSettings(String provider, Map<String, String> settings) {
        StringBuilder lines = new StringBuilder("# --model-provider %s%n".formatted(provider));
        new TreeMap<>(settings).forEach((name, value) -> lines.append("export %s=%s%n".formatted(name, value)));
        context.print(lines.toString());
    }

    private void awaitInterruption() throws InterruptedException {
        while (!context.interruption().await(LOOK_INTERVAL)) {
            // The server answers meanwhile.
        }
    }
}
