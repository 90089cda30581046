package io.github.ticketsummarizer.fakes.zendesk;

import io.github.ticketsummarizer.fakes.http.FakeRequest;
import io.github.ticketsummarizer.fakes.http.FakeServer;
import io.github.ticketsummarizer.fakes.http.FaultPlan;
import io.github.ticketsummarizer.fakes.http.Handler;
import io.github.ticketsummarizer.fakes.http.RequestLog;
import io.github.ticketsummarizer.fakes.http.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Zendesk account, on the loopback interface unless told otherwise:
 *
 * <pre>{@code
 * try (FakeZendesk zendesk = new FakeZendesk(MadeUpTickets.of(1000, 3), Limits.DEFAULT)) {
 *     zendesk.start(0);
 *     zendesk.faults(FaultPlan.share(0.2, 1, Fault.ofEveryKind()));
 *     …                                   // a client with Credentials.DEFAULT reads from zendesk.url()
 *     assertThat(zendesk.log().count(Endpoints.COMMENTS)).isEqualTo(1000);
 *     assertThat(zendesk.log().highestInAMinute()).isLessThanOrEqualTo(350);
 * }
 * }</pre>
 *
 * <p>A single answer of any shape, a redirect among them, is a fault: {@code FaultPlan.first(Endpoints.TICKET, new
 * Fault.Instead(ZendeskErrors.gone()))}.
 */
public final class FakeZendesk implements AutoCloseable {
    private final Account account;
    private final AccessTokens tokens;
    private final Gate gate;
    private final FakeServer server;
    private volatile @Nullable URI linkedHost;

    /** An account with {@link Credentials#DEFAULT} that goes by the system's clock. */
    public FakeZendesk(Collection<FakeTicket> tickets, Limits limits) {
        this(tickets, limits, Credentials.DEFAULT, InstantSource.system());
    }

    /** @param clock what limits, tokens and cursors go by; delays are real ones */
    public FakeZendesk(Collection<FakeTicket> tickets, Limits limits, Credentials credentials, InstantSource clock) {
        account = new Account(tickets);
        tokens = new AccessTokens(credentials, clock);
        gate = new Gate(tokens, limits, clock);
        server = new FakeServer(routes(clock), FaultPlan.none(), clock);
    }

    /**
     * Begins to answer.
     *
     * @param port 0 for any that is free
     * @throws IOException when the port is taken
     */
    public void start(int port) throws IOException {
        server.start(port);
    }

    /** The same for whoever reaches the address, which has to be one of this machine's. */
    public void start(InetAddress listening, int port) throws IOException {
        server.start(listening, port);
    }

    /** What to set {@code ZENDESK_BASE_URL} to. */
    public URI url() {
        return server.url();
    }

    /** What the account was asked so far, by the names of {@link Endpoints}. */
    public RequestLog log() {
        return server.log();
    }

    /** From now on requests go wrong by this plan. */
    public void faults(FaultPlan plan) {
        server.faults(plan);
    }

    /** Adds a ticket, or puts it in the place of the one with its id. */
    public void put(FakeTicket ticket) {
        account.put(ticket);
    }

    /** Makes every token invalid that was handed out so far; {@link Credentials#bearerToken} stays. */
    public void revokeTokens() {
        tokens.revokeAll();
    }

    /** From now on the links to further pages lead to another host, as in an answer that an attacker wrote. */
    public void linkTo(URI host) {
        linkedHost = host;
    }

    @Override
    public void close() {
        server.close();
    }

    private List<Route> routes(InstantSource clock) {
        Links links = new Links(this::linkedHost);
        Cursors cursors = new Cursors(clock);
        TicketEndpoints tickets = new TicketEndpoints(account, cursors, links);
        List<Route> routes = new ArrayList<>();
        routes.add(new Route(Endpoints.TOKENS, "POST", "/oauth/tokens", tokens::issue));
        addRead(routes, Endpoints.SHOW_MANY, "/tickets/show_many", tickets::showMany);
        addRead(routes, Endpoints.COMMENTS, "/tickets/{id}/comments", tickets::comments);
        addRead(routes, Endpoints.TICKET, "/tickets/{id}", tickets::ticket);
        addRead(routes, Endpoints.SEARCH_EXPORT, "/search/export", new SearchExport(account, cursors, links)::page);
        addRead(
                routes,
                Endpoints.INCREMENTAL,
                "/incremental/tickets/cursor",
                new IncrementalExport(account, cursors, links, clock)::page);
        return routes;
    }

    /** Zendesk takes each path with and without {@code .json}. */
    private void addRead(List<Route> routes, String endpoint, String path, Handler handler) {
        routes.add(new Route(endpoint, "GET", "/api/v2" + path + ".json", gate.before(handler)));
        routes.add(new Route(endpoint, "GET", "/api/v2" + path, gate.before(handler)));
    }

    private URI linkedHost(FakeRequest request) {
        URI other = linkedHost;
        return other == null ? URI.create("http://" + request.header("Host")) : other;
    }
}
