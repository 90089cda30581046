package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.CliException;
import io.github.ticketsummarizer.cli.doctor.Finding;
import io.github.ticketsummarizer.cli.doctor.NetworkChecks;
import io.github.ticketsummarizer.cli.doctor.ProviderChecks;
import io.github.ticketsummarizer.cli.doctor.TicketChecks;
import io.github.ticketsummarizer.cli.doctor.TraceChecks;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.llm.provider.ChatModels;
import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.SettingsException;
import io.github.ticketsummarizer.streams.runtime.KafkaUnreachableException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks whether everything is there that a run would need. */
@Command(
        name = "doctor",
        description = {
            "Look whether the model providers, the source of tickets, Kafka and the trace platforms are set up and can be"
                    + " reached.",
            "Without --live nobody is asked. The exit code is that of the first thing that failed."
        })
final class DoctorCommand implements Callable<Integer> {
    /** Langfuse shows a span some ten seconds after it took it. */
    private static final Duration TRACE_PATIENCE = Duration.ofSeconds(30);

    private final CommandContext context;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--model-provider",
            paramLabel = "NAME",
            completionCandidates = Candidates.Providers.class,
            description =
                    "Of the providers look at this one, and fail when it is not set up: ${COMPLETION-CANDIDATES}. Default:"
                            + " all.")
    private @Nullable String modelProvider;

    @Option(
            names = "--live",
            description =
                    "Ask each that is set up: a provider by a call of some 50 tokens, Zendesk for one ticket, a trace"
                            + " platform by two spans.")
    private boolean live;

    DoctorCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = options.load(context, Map.of());
        ChatModels models = new ChatModels(settings);
        settings.requireValid();
        List<Finding> findings = findings(models);
        findings.forEach(finding -> context.print(finding.line() + System.lineSeparator()));
        return findings.stream()
                .map(Finding::exitCode)
                .filter(code -> code != ExitCode.OK)
                .findFirst()
                .orElse(ExitCode.OK)
                .code();
    }

    private List<Finding> findings(ChatModels models) throws InterruptedException {
        NetworkChecks network = new NetworkChecks(context.environment(), context.clock());
        ProviderChecks checks = new ProviderChecks(models);
        List<Finding> findings = new ArrayList<>();
        findings.add(network.proxy());
        for (LlmProvider provider : providers()) {
            Optional<URI> server = live ? server(models, provider) : Optional.empty();
            if (server.isPresent()) {
                findings.add(network.clock(server.get()));
            }
            findings.addAll(checks.look(provider, modelProvider != null, live));
        }
        findings.addAll(new TicketChecks(network).look(options.load(context, Map.of()), live));
        findings.add(kafka(options.load(context, Map.of())));
        findings.addAll(new TraceChecks(options.load(context, Map.of()), TRACE_PATIENCE).look(live));
        return findings;
    }

    private Finding kafka(Settings settings) {
        String subject = "kafka";
        String bootstrapServers = settings.text(SettingsOptions.KAFKA);
        if (bootstrapServers == null) {
            return Finding.ok(subject, "%s is not set: run brings its own".formatted(SettingsOptions.KAFKA));
        }
        if (!live) {
            return Finding.ok(subject, "set: %s".formatted(bootstrapServers));
        }
        try {
            RemoteCluster.connect(settings, context.json());
            return Finding.ok(subject, "%s answers and has the topics".formatted(bootstrapServers));
        } catch (KafkaUnreachableException unreachable) {
            return Finding.failed(subject, String.valueOf(unreachable.getMessage()), ExitCode.UNREACHABLE);
        } catch (SettingsException wrong) {
            return Finding.failed(subject, String.join("; ", wrong.problems()), ExitCode.USAGE);
        }
    }

    private static Optional<URI> server(ChatModels models, LlmProvider provider) {
        try {
            return Optional.of(models.account(provider).baseUrl());
        } catch (LlmException notConfigured) {
            return Optional.empty();
        }
    }

    private List<LlmProvider> providers() {
        if (modelProvider == null) {
            return LlmProvider.withModels();
        }
        try {
            LlmProvider named = LlmProvider.fromName(modelProvider);
            return named == LlmProvider.OFFLINE ? List.of() : List.of(named);
        } catch (IllegalArgumentException unknown) {
            throw new CliException(ExitCode.USAGE, "--model-provider: " + unknown.getMessage(), unknown);
        }
    }
}
