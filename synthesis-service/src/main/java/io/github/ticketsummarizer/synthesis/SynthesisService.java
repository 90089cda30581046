package io.github.ticketsummarizer.synthesis;

import io.github.ticketsummarizer.llm.Analysis;
import io.github.ticketsummarizer.model.RawTicket;
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

/** The synthesis service: reads each ticket whole. */
public final class SynthesisService implements ServiceFactory {
    private final BiFunction<Settings, Tracing, Analysis> analyses;

    /** A service that reads what it decides by from the settings. */
    public SynthesisService() {
        this(Analysis::from);
    }

    /** @param analyses what it decides by, which services of one JVM share */
    public SynthesisService(BiFunction<Settings, Tracing, Analysis> analyses) {
        this.analyses = analyses;
    }

    @Override
    public ServiceDefinition define(Settings settings, Topics topics, Tracing tracing) {
        StageRuntime runtime = new StageRuntime(StageSettings.from(settings), tracing);
        Analysis analysis = analyses.apply(settings, tracing);
        StageDefinition<RawTicket, SynthesizedTicket> stage = new StageDefinition<>(
                Stage.SYNTHESIS,
                topics.rawTickets().name(),
                topics.rawTickets().valueSerde(),
                topics.synthesized(),
                request -> true,
                raw -> raw.ticket().header(),
                new SynthesisFunction(
                        analysis.clients(),
                        analysis.threads(),
                        analysis.config().guide()));
        return new ServiceDefinition(
                "synthesis",
                Stage.SYNTHESIS,
                new AsyncStage<>(stage, runtime, topics).topology(topics.rawTickets()),
                List.of(
                        topics.rawTickets(),
                        topics.synthesized(),
                        topics.stageEvents(),
                        topics.ticketFailures(),
                        topics.deadLetters()),
                runtime,
                tracing);
    }
}
