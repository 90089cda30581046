package io.github.ticketsummarizer.benchmarks.zendesk;

import io.github.ticketsummarizer.benchmarks.Row;
import io.github.ticketsummarizer.fakes.http.Fault;
import io.github.ticketsummarizer.fakes.zendesk.Credentials;
import io.github.ticketsummarizer.fakes.zendesk.FakeTicket;
import io.github.ticketsummarizer.fakes.zendesk.FakeZendesk;
import io.github.ticketsummarizer.fakes.zendesk.Limits;
import io.github.ticketsummarizer.fakes.zendesk.MadeUpTickets;
import io.github.ticketsummarizer.zendesk.FetchResult;
import io.github.ticketsummarizer.zendesk.TicketMappingSettings;
import io.github.ticketsummarizer.zendesk.ZendeskSourceSettings;
import io.github.ticketsummarizer.zendesk.ZendeskTicketSource;
import io.github.ticketsummarizer.zendesk.http.RateShare;
import io.github.ticketsummarizer.zendesk.http.ZendeskAddress;
import io.github.ticketsummarizer.zendesk.http.ZendeskClient;
import io.github.ticketsummarizer.zendesk.http.ZendeskCredentials;
import io.github.ticketsummarizer.zendesk.http.ZendeskSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * 1,000 tickets of three comments from a stand-in for Zendesk in the same JVM, which takes 100 ms for each answer and
 * sets no limit, over 64 connections. With a limit the calls alone count: what a ticket costs in calls is then what it
 * costs in time.
 */
public final class ZendeskBenchmark {
    private static final int TICKETS = 1_000;
    private static final int CONNECTIONS = 64;
    private static final Duration ANSWER = Duration.ofMillis(100);

    /** Runs both clients, after a warm-up of each. */
    public List<Row> run() throws Exception {
        List<FakeTicket> tickets = MadeUpTickets.of(TICKETS, 3);
        batched(tickets.subList(0, TICKETS / 5));
        twoCalls(tickets.subList(0, TICKETS / 5));
        return List.of(batched(tickets), twoCalls(tickets));
    }

    private static Row batched(List<FakeTicket> tickets) throws Exception {
        try (FakeZendesk zendesk = start(tickets)) {
            ZendeskTicketSource source = source(zendesk.url());
            TicketFetch fetch = id -> {
                if (!(source.fetch(List.of(id)).get(id) instanceof FetchResult.Found)) {
                    throw new IllegalStateException("no ticket " + id);
                }
            };
            return measure("our Zendesk client", zendesk, tickets, fetch, source.ticketsAtOnce(CONNECTIONS));
        }
    }

    private static Row twoCalls(List<FakeTicket> tickets) throws Exception {
        try (FakeZendesk zendesk = start(tickets)) {
            TicketFetch fetch = new TwoCallsEach(zendesk.url(), Credentials.DEFAULT.bearerToken());
            return measure("two calls a ticket", zendesk, tickets, fetch, CONNECTIONS);
        }
    }

    private static FakeZendesk start(List<FakeTicket> tickets) throws Exception {
        FakeZendesk zendesk = new FakeZendesk(tickets, Limits.NONE);
        zendesk.start(0);
        zendesk.faults(request -> new Fault.Slow(ANSWER));
        return zendesk;
    }

    private static ZendeskTicketSource source(URI account) {
        ZendeskSettings settings = new ZendeskSettings(
                new ZendeskAddress(account),
                new ZendeskCredentials.BearerToken(Credentials.DEFAULT.bearerToken()),
                new RateShare(100, 1, 1_000_000, RateShare.Caller.FETCHER),
                Duration.ofSeconds(30),
                CONNECTIONS);
        return new ZendeskTicketSource(
                new ZendeskClient(settings),
                TicketMappingSettings.DEFAULT,
                new ZendeskSourceSettings(CONNECTIONS, Duration.ofMinutes(1), 8 * 1024 * 1024));
    }

    private static Row measure(
            String client, FakeZendesk zendesk, List<FakeTicket> tickets, TicketFetch fetch, int atOnce)
            throws Exception {
        long start = System.nanoTime();
        fetchAll(tickets, fetch, atOnce);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Row(
                "%s, 1,000 tickets, answers after 100 ms, 64 connections".formatted(client),
                "%.3f calls a ticket, %.1f s".formatted(zendesk.log().count() / (double) tickets.size(), seconds));
    }

    /** As the stage does it: a thread for each ticket, and a bound on how many. */
    private static void fetchAll(List<FakeTicket> tickets, TicketFetch fetch, int atOnce) throws Exception {
        Semaphore permits = new Semaphore(atOnce);
        List<Future<Void>> calls = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (FakeTicket ticket : tickets) {
                permits.acquire();
                calls.add(threads.submit(() -> {
                    try {
                        fetch.fetch(Long.toString(ticket.id()));
                        return null;
                    } finally {
                        permits.release();
                    }
                }));
            }
        }
        for (Future<Void> call : calls) {
            call.get();
        }
    }
}
