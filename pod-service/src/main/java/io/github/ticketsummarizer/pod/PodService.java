package io.github.ticketsummarizer.pod;

import io.github.ticketsummarizer.llm.Analysis;
import io.github.ticketsummarizer.model.PodResult;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.SynthesizedTicket;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.ServiceDefinition;
import io.github.ticketsummarizer.streams.runtime.ServiceFactory;
import io.github.ticketsummarizer.streams.stage.AsyncStage;
import io.github.ticketsummarizer.streams.stage.StageDefinition;
import io.github.ticketsummarizer.streams.stage.StageRuntime;
import io.github.ticketsummarizer.streams.stage.StageSettings;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import java.util.List;
import java.util.function.BiFunction;

/** The POD service: says which POD owns each ticket. */
public final class PodService implements ServiceFactory {
    private final BiFunction<Settings, Tracing, Analysis> analyses;

    /** A service that reads what it decides by from the settings. */
    public PodService() {
        this(Analysis::from);
    }

    /** @param analyses what it decides by, which services of one JVM share */
    public PodService(BiFunction<Settings, Tracing, Analysis> analyses) {
        this.analyses = analyses;
    }

    @Override
    public ServiceDefinition define(Settings settings, Topics topics, Tracing tracing) {
        StageRuntime runtime = new StageRuntime(StageSettings.from(settings), tracing);
        Analysis analysis = analyses.apply(settings, tracing);
        StageDefinition<SynthesizedTicket, PodResult> stage = new StageDefinition<>(
                Stage.CATEGORIZATION,
                topics.synthesized().name(),
                topics.synthesized().valueSerde(),
                topics.podResults(),
                request -> request.analysisType().includes(Stage.CATEGORIZATION),
                SynthesizedTicket::ticket,
                new CategorizationFunction(analysis.clients(), analysis.config().taxonomy()));
        return new ServiceDefinition(
                "pod",
                Stage.CATEGORIZATION,
                new AsyncStage<>(stage, runtime, topics).topology(topics.synthesized()),
                List.of(
                        topics.synthesized(),
                        topics.podResults(),
                        topics.stageEvents(),
                        topics.ticketFailures(),
                        topics.deadLetters()),
                runtime,
                tracing);
    }
}
