package io.github.ticketsummarizer.benchmarks.pipeline;

import io.github.ticketsummarizer.aggregator.AggregatorService;
import io.github.ticketsummarizer.diagnostics.DiagnosticsFunction;
import io.github.ticketsummarizer.fetcher.FetcherService;
import io.github.ticketsummarizer.llm.LlmClient;
import io.github.ticketsummarizer.llm.LlmClients;
import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.llm.offline.OfflineClient;
import io.github.ticketsummarizer.llm.thread.CondensationSettings;
import io.github.ticketsummarizer.llm.thread.LongThreads;
import io.github.ticketsummarizer.model.RawTicket;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.SynthesizedTicket;
import io.github.ticketsummarizer.model.TicketHeader;
import io.github.ticketsummarizer.model.TicketRecord;
import io.github.ticketsummarizer.pod.CategorizationFunction;
import io.github.ticketsummarizer.streams.Topic;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.ServiceDefinition;
import io.github.ticketsummarizer.streams.stage.AsyncStage;
import io.github.ticketsummarizer.streams.stage.StageDefinition;
import io.github.ticketsummarizer.streams.stage.StageFunction;
import io.github.ticketsummarizer.streams.stage.StageRuntime;
import io.github.ticketsummarizer.streams.stage.StageSettings;
import io.github.ticketsummarizer.synthesis.SynthesisFunction;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The five services as they are, but for the model: it answers at once. */
final class InstantServices {
    private final Settings settings;
    private final Topics topics;

    InstantServices(Settings settings, Topics topics) {
        this.settings = settings;
        this.topics = topics;
    }

    List<ServiceDefinition> all() {
        AnalysisConfig config = AnalysisConfig.from(settings);
        LlmClient client = new InstantClient(new OfflineClient(config));
        LlmClients clients = new LlmClients(client, provider -> client);
        Function<SynthesizedTicket, @Nullable TicketHeader> header = SynthesizedTicket::ticket;
        return List.of(
                new FetcherService().define(settings, topics, Tracing.none()),
                calling(
                        Stage.SYNTHESIS,
                        topics.rawTickets(),
                        topics.synthesized(),
                        (RawTicket raw) -> raw.ticket().header(),
                        new SynthesisFunction(
                                clients,
                                new LongThreads(clients, CondensationSettings.from(settings)),
                                config.guide())),
                calling(
                        Stage.CATEGORIZATION,
                        topics.synthesized(),
                        topics.podResults(),
                        header,
                        new CategorizationFunction(clients, config.taxonomy())),
                calling(
                        Stage.DIAGNOSTICS,
                        topics.synthesized(),
                        topics.diagnosticsResults(),
                        header,
                        new DiagnosticsFunction(clients, config.guide())),
                new AggregatorService().define(settings, topics, Tracing.none()));
    }

    private <I extends TicketRecord, O> ServiceDefinition calling(
            Stage stage,
            Topic<I> input,
            Topic<O> output,
            Function<I, @Nullable TicketHeader> header,
            StageFunction<I, O> call) {
        StageRuntime runtime = new StageRuntime(StageSettings.from(settings));
        StageDefinition<I, O> definition = new StageDefinition<>(
                stage,
                input.name(),
                input.valueSerde(),
                output,
                request -> true, // both analyses are asked for
                header,
                call);
        return new ServiceDefinition(
                stage.wireName(),
                stage,
                new AsyncStage<>(definition, runtime, topics).topology(input),
                List.of(input, output),
                runtime,
                Tracing.none());
    }
}
