package io.github.ticketsummarizer.diagnostics;

import io.github.ticketsummarizer.llm.LlmClients;
import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.llm.offline.OfflineClient;
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
import java.util.List;

/** The diagnostics service: says whether Diagnostics was used and could have helped. */
public final class DiagnosticsService implements ServiceFactory {
    @Override
    public ServiceDefinition define(Settings settings, Topics topics) {
        StageRuntime runtime = new StageRuntime(StageSettings.from(settings));
        AnalysisConfig config = AnalysisConfig.from(settings);
        StageDefinition<SynthesizedTicket, DiagnosticsResult> stage = new StageDefinition<>(
                Stage.DIAGNOSTICS,
                topics.synthesized().name(),
                topics.synthesized().valueSerde(),
                topics.diagnosticsResults(),
                request -> request.analysisType().includes(Stage.DIAGNOSTICS),
                SynthesizedTicket::ticket,
                new DiagnosticsFunction(new LlmClients(new OfflineClient(config)), config.guide()));
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
                runtime);
    }
}
