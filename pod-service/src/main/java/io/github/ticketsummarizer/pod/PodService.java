package io.github.ticketsummarizer.pod;

import io.github.ticketsummarizer.llm.LlmClients;
import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.llm.offline.OfflineClient;
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
import java.util.List;

/** The POD service: says which POD owns each ticket. */
public final class PodService implements ServiceFactory {
    @Override
    public ServiceDefinition define(Settings settings, Topics topics) {
        StageRuntime runtime = new StageRuntime(StageSettings.from(settings));
        AnalysisConfig config = AnalysisConfig.from(settings);
        StageDefinition<SynthesizedTicket, PodResult> stage = new StageDefinition<>(
                Stage.CATEGORIZATION,
                topics.synthesized().name(),
                topics.synthesized().valueSerde(),
                topics.podResults(),
                request -> request.analysisType().includes(Stage.CATEGORIZATION),
                SynthesizedTicket::ticket,
                new CategorizationFunction(new LlmClients(new OfflineClient(config)), config.taxonomy()));
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
                runtime);
    }
}
