package io.github.ticketsummarizer.fetcher;

import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.ServiceDefinition;
import io.github.ticketsummarizer.streams.runtime.ServiceFactory;
import io.github.ticketsummarizer.streams.stage.StageRuntime;
import io.github.ticketsummarizer.streams.stage.StageSettings;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.github.ticketsummarizer.zendesk.TicketSource;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.streams.Topology;

/** The fetcher: accepts submissions and fetches their tickets. */
public final class FetcherService implements ServiceFactory {
    /**
     * Reading a ticket again costs nothing but time. With the usual waits that is two to four minutes, which a disturbance
     * of Zendesk may last; and with a fifth of all calls failing, a ticket in a million is given up.
     */
    private static final int ATTEMPTS = 10;

    @Override
    public ServiceDefinition define(Settings settings, Topics topics, Tracing tracing) {
        StageSettings stageSettings = StageSettings.from(settings, ATTEMPTS);
        TicketSource source = new TicketSources(settings, stageSettings, tracing).source();
        StageRuntime runtime =
                new StageRuntime(stageSettings.withInFlight(source.ticketsAtOnce(stageSettings.inFlight())), tracing);
        Topology topology = new FetcherTopology(FetcherSettings.from(settings), topics, new Json(), Clock.systemUTC())
                .build(source, runtime);
        return new ServiceDefinition(
                "fetcher",
                Stage.FETCH,
                topology,
                List.of(
                        topics.ticketIds(),
                        topics.rawTickets(),
                        topics.stageEvents(),
                        topics.ticketFailures(),
                        topics.deadLetters()),
                runtime,
                tracing);
    }
}
