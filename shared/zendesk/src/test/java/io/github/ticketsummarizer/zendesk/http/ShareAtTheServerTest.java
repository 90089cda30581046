package io.github.ticketsummarizer.zendesk.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.fakes.http.Fault;
import io.github.ticketsummarizer.fakes.http.FaultPlan;
import io.github.ticketsummarizer.fakes.zendesk.Credentials;
import io.github.ticketsummarizer.fakes.zendesk.Endpoints;
import io.github.ticketsummarizer.fakes.zendesk.FakeTicket;
import io.github.ticketsummarizer.fakes.zendesk.FakeZendesk;
import io.github.ticketsummarizer.fakes.zendesk.Limits;
import io.github.ticketsummarizer.fakes.zendesk.MadeUpTickets;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.github.ticketsummarizer.zendesk.FetchResult;
import io.github.ticketsummarizer.zendesk.TicketMappingSettings;
import io.github.ticketsummarizer.zendesk.ZendeskSourceSettings;
import io.github.ticketsummarizer.zendesk.ZendeskTicketSource;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What arrives at the server, counted there. Its clock goes 60 times as fast, so that a minute takes a second. */
class ShareAtTheServerTest {
    private static final int CONNECTIONS = 4;
    private static final Duration TIMEOUT = Duration.ofMillis(900);

    /** A minute, and time for a busy machine to read what was given up. */
    private static final Duration WINDOW = Duration.ofMillis(1_200);

    /** Half of the account's 100, less the 4 that are for commands. */
    private static final int SHARE = 46;

    private final long start = System.nanoTime();
    private final InstantSource fastClock = () -> Instant.EPOCH.plusNanos(60 * (System.nanoTime() - start));

    @Test
    void noMinuteHasMoreThanTheShareWhateverGoesWrongAndEveryTicketComes() throws Exception {
        List<FakeTicket> tickets = MadeUpTickets.of(110, 3);
        try (FakeZendesk zendesk =
                new FakeZendesk(tickets, Limits.NONE.withAccount(2 * (SHARE + 4)), Credentials.DEFAULT, fastClock)) {
            zendesk.start(0);
            zendesk.faults(hangsThatFillTheConnections().orElse(FaultPlan.share(0.2, 1, faults())));
            ZendeskTicketSource source = source(zendesk.url());

            List<String> missing =
                    tickets.stream().map(ticket -> Long.toString(ticket.id())).toList();
            for (int attempt = 0; attempt < 20 && !missing.isEmpty(); attempt++) {
                Map<String, FetchResult> results = source.fetch(missing);
                missing = missing.stream()
                        .filter(id -> !(results.get(id) instanceof FetchResult.Found))
                        .toList();
            }

            assertThat(missing).isEmpty();
            assertThat(zendesk.log().count()).isGreaterThan(2 * SHARE);
            assertThat(zendesk.log().highestInAMinute()).isLessThanOrEqualTo(SHARE);
            assertThat(zendesk.log().count(exchange -> exchange.status() == 429 && exchange.fault() == null))
                    .as("refusals by the limit itself")
                    .isZero();
        }
    }

    /** Calls that may be made then wait for a connection, and arrive a good part of a minute later. */
    private static FaultPlan hangsThatFillTheConnections() {
        return FaultPlan.first(
                Endpoints.COMMENTS,
                Collections.nCopies(CONNECTIONS, new Fault.Hang()).toArray(Fault[]::new));
    }

    /** A refusal holds all calls for a minute here, so there are few. */
    private static List<Fault> faults() {
        List<Fault> breaks = List.of(new Fault.Slow(Duration.ofMillis(300)), new Fault.Reset(), new Fault.Hang());
        return Stream.concat(
                        Collections.nCopies(4, breaks).stream().flatMap(List::stream),
                        Stream.of(Fault.rateLimited(Duration.ofSeconds(1))))
                .toList();
    }

    private static ZendeskTicketSource source(URI account) {
        RateShare share = new RateShare(50, 1, 2 * (SHARE + 4), RateShare.Caller.FETCHER);
        ZendeskSettings settings = new ZendeskSettings(
                new ZendeskAddress(account),
                new ZendeskCredentials.BearerToken(Credentials.DEFAULT.bearerToken()),
                share,
                TIMEOUT,
                CONNECTIONS);
        RateBudget budget = new RateBudget(share, WINDOW, System::nanoTime);
        return new ZendeskTicketSource(
                new ZendeskClient(settings, budget, Tracing.none()),
                TicketMappingSettings.DEFAULT,
                new ZendeskSourceSettings(CONNECTIONS, Duration.ofMinutes(1), 8 * 1024 * 1024));
    }
}
