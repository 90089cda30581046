package io.github.ticketsummarizer.diagnostics;

import io.github.ticketsummarizer.llm.Analysis;
import io.github.ticketsummarizer.model.DiagnosticsResult;
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

/** The diagnostics service: says whether Diagnostics was used and could have helped. */
public final class DiagnosticsService implements ServiceFactory {
    private final BiFunction<Settings, Tracing, Analysis> analyses;

    /** A service that reads what it decides by from the settings. */
    public DiagnosticsService() {
        this(Analysis::from);
    }

    /** @param analyses what it decides by, which services of one JVM share */
    public DiagnosticsService(BiFunction<Settings, Tracing, Analysis> analyses) {
        this.analyses = analyses;
    }

    @Override
    public ServiceDefinition define(Settings settings, Topics topics, Tracing tracing) {
        StageRuntime runtime = new StageRuntime(StageSettings.from(settings), tracing);
        Analysis analysis = analyses.apply(settings, tracing);
        StageDefinition<SynthesizedTicket, DiagnosticsResult> stage = new StageDefinition<>(
                Stage.DIAGNOSTICS,
                topics.synthesized().name(),
                topics.synthesized().valueSerde(),
                topics.diagnosticsResults(),
                request -> request.analysisType().includes(Stage.DIAGNOSTICS),
                SynthesizedTicket::ticket,
                new DiagnosticsFunction(analysis.clients(), analysis.config().guide()));
        return new ServiceDefinition(
                "diagnostics",
                Stage.DIAGNOSTICS,
                new AsyncStage<>(stage, runtime, topics).topology(topics.synthesized()),
                List.of(
                        topics.synthesized(),
                        topics.diagnosticsResults(),
                        topics.stageEvents(),
                        topics.ticketFailures(),
                        topics.deadLetters()),
                runtime,
                tracing);
    }
}
