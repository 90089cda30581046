package io.github.ticketsummarizer.cli.command;

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
import picocli.CommandLine.Mixin;
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
    private static final int PORT = 8099;

    private final CommandContext context;

    @Mixin
    private final FakeServerOptions server = new FakeServerOptions(PORT);

    @Option(
            names = "--latency",
            paramLabel = "TIME",
            description = "Of every answer, such as 500ms. Default: ${DEFAULT-VALUE}.")
    private String latency = "2s";

    @Option(
            names = "--fault-kinds",
            paramLabel = "KIND",
            split = ",",
            completionCandidates = Candidates.LlmFaults.class,
            description =
                    "How they go wrong: ${COMPLETION-CANDIDATES}. Default: in each way that another try may mend.")
    private List<LlmFault> faultKinds = List.of();

    FakeLlmCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        server.check();
        try (FakeLlm fake = new FakeLlm(duration())) {
            fake.log().keepNewest(0);
            fake.misbehave(server.faults(), server.seed(), faultKinds.isEmpty() ? LlmFault.TRANSIENT : faultKinds);
            server.start(fake::start);
            fake.settings().forEach(this::printSettings);
            context.say("answering at %s, until Ctrl-C".formatted(fake.url()));
            FakeServerOptions.awaitInterruption(context);
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

    private void printSettings(String provider, Map<String, String> settings) {
        StringBuilder lines = new StringBuilder("# --model-provider %s%n".formatted(provider));
        new TreeMap<>(settings).forEach((name, value) -> lines.append("export %s=%s%n".formatted(name, value)));
        context.print(lines.toString());
    }
}
