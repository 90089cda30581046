package io.github.ticketsummarizer.fakes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.BindException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeServerTest {
    private static final String GREETING = "{\"hello\":\"Ada\"}";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<FakeServer> servers = new ArrayList<>();

    @AfterEach
    void close() {
        servers.forEach(FakeServer::close);
        client.close();
    }

    @Test
    void aRequestIsAnsweredByItsRouteAndLogged() throws Exception {
        FakeServer server = started(new Route(
                "rename",
                "POST",
                "/users/{id}:rename",
                request -> FakeAnswer.json(
                                201,
                                "%s %s %s %s"
                                        .formatted(
                                                request.pathValue("id"),
                                                request.query("page[size]"),
                                                request.query("absent"),
                                                request.json().path("name").asText()))
                        .with("X-Seen", String.valueOf(request.header("x-OWN")))));

        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(server.url() + "/users/7:rename?page[size]=2&other=%20"))
                        .header("X-Own", "yes")
                        .POST(BodyPublishers.ofString("{\"name\":\"Zoë\"}"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("7 2 null Zoë");
        assertThat(answer.headers().firstValue("X-Seen")).contains("yes");
        assertThat(server.log().exchanges("rename")).singleElement().satisfies(exchange -> {
            assertThat(exchange.status()).isEqualTo(201);
            assertThat(exchange.fault()).isNull();
            assertThat(exchange.request().query()).isEqualTo(Map.of("page[size]", List.of("2"), "other", List.of(" ")));
            assertThat(exchange.request().body()).isEqualTo("{\"name\":\"Zoë\"}");
        });
    }

    @Test
    void whatFitsNoRouteIsNotFound() throws Exception {
        FakeServer server = started(greeting());

        assertThat(get(server, "/greeting/").statusCode()).isEqualTo(404);
        assertThat(get(server, "/greeting/a/b").statusCode()).isEqualTo(404);
        assertThat(server.log().count(Route.UNKNOWN)).isEqualTo(2);
        assertThat(server.log().count("greeting")).isZero();
    }

    @Test
    void aHandlerThatThrowsIsAnsweredSoThatItShows() throws Exception {
        FakeServer server = started(new Route("broken", "GET", "/", request -> {
            throw new IllegalStateException("no data");
        }));

        HttpResponse<String> answer = get(server, "/");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).endsWith("IllegalStateException: no data");
    }

    @Test
    void faultsThatAreAnswersComeInstead() throws Exception {
        FakeServer server = started(greeting());
        server.faults(FaultPlan.first(
                "greeting",
                Fault.junk(),
                Fault.html(503),
                Fault.rateLimited(Duration.ofMillis(1200)),
                new Fault.Truncated(),
                new Fault.Slow(Duration.ofMillis(1))));

        assertThat(get(server, "/greeting/Ada").body()).startsWith("<<<");
        assertThat(get(server, "/greeting/Ada")).satisfies(page -> {
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("<h1>503</h1>");
        });
        assertThat(get(server, "/greeting/Ada")).satisfies(limited -> {
            assertThat(limited.statusCode()).isEqualTo(429);
            assertThat(limited.headers().firstValue("Retry-After")).contains("2");
        });
        assertThat(get(server, "/greeting/Ada")).satisfies(half -> {
            assertThat(half.statusCode()).isEqualTo(200);
            assertThat(half.body()).isEqualTo("{\"hello");
        });
        assertThat(get(server, "/greeting/Ada").body()).isEqualTo(GREETING);
        assertThat(get(server, "/greeting/Ada").body()).isEqualTo(GREETING);
        assertThat(server.log().exchanges()).extracting(Exchange::status).containsExactly(200, 503, 429, 200, 200, 200);
    }

    @Test
    void theLogKeepsNoMoreThanItIsToldAndCountsAll() throws Exception {
        FakeServer server = started(greeting());
        get(server, "/greeting/Ada");
        server.log().keepNewest(1);
        get(server, "/greeting/Bob");
        get(server, "/greeting/Cleo");

        assertThat(server.log().exchanges())
                .extracting(Exchange::sent)
                .containsExactly(get(server, "/greeting/Cleo").body());
        server.log().keepNewest(0);
        get(server, "/greeting/Dan");
        assertThat(server.log().exchanges()).isEmpty();
        assertThat(server.log().count()).isEqualTo(5);
    }

    @Test
    void aResetAndACutOffAnswerAreSeenAsSuch() throws Exception {
        FakeServer server = started(greeting());

        // The JDK's client sends a GET once more by itself after a reset.
        server.faults(FaultPlan.first("greeting", new Fault.Reset(), new Fault.Reset()));
        assertThatThrownBy(() -> get(server, "/greeting/Ada"))
                .hasRootCauseInstanceOf(SocketException.class)
                .hasRootCauseMessage("Connection reset");
        server.faults(FaultPlan.first("greeting", new Fault.CutOff()));
        assertThatThrownBy(() -> get(server, "/greeting/Ada"))
                .hasRootCauseInstanceOf(EOFException.class)
                .hasMessageContaining("received: 7");
        assertThat(get(server, "/greeting/Ada").body()).isEqualTo(GREETING);
        assertThat(server.log().exchanges()).extracting(Exchange::status).containsExactly(0, 0, 200, 200);
    }

    @Test
    void aHangLastsUntilTheClientGivesUpAndDoesNotKeepTheServerFromClosing() throws Exception {
        FakeServer server = started(greeting());
        server.faults(FaultPlan.first("greeting", new Fault.Hang()));
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/greeting/Ada"))
                .timeout(Duration.ofMillis(300))
                .build();

        assertThatThrownBy(() -> client.send(request, BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class);
        server.close();

        assertThat(server.log().exchanges())
                .singleElement()
                .extracting(Exchange::fault)
                .isEqualTo(new Fault.Hang());
    }

    @Test
    void fourHundredRequestsAreAtWorkAtOneTime() throws Exception {
        int clients = 400;
        CountDownLatch allThere = new CountDownLatch(clients);
        FakeServer server = started(new Route("gate", "GET", "/", request -> {
            allThere.countDown();
            boolean open = allThere.await(60, TimeUnit.SECONDS);
            return FakeAnswer.json(open ? 200 : 504, "{}");
        }));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> answers = IntStream.range(0, clients)
                    .mapToObj(i -> threads.submit(() -> get(server, "/")))
                    .toList();
            for (Future<HttpResponse<String>> answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
            }
        }

        assertThat(server.log().maxInFlight("gate")).isEqualTo(clients);
        assertThat(server.log().maxInFlight()).isEqualTo(clients);
    }

    @Test
    void theHighestRateIsThatOfAnySixtySeconds() throws Exception {
        List<Instant> times = IntStream.of(0, 30, 59, 60, 89, 90, 300)
                .mapToObj(Instant::ofEpochSecond)
                .toList();
        var next = times.iterator();
        FakeServer server = started(next::next, greeting());

        for (int i = 0; i < times.size(); i++) {
            get(server, "/greeting/Ada");
        }

        assertThat(server.log().highestInAMinute()).isEqualTo(4);
        assertThat(server.log().highestInAMinute("greeting")).isEqualTo(4);
        assertThat(server.log().exchanges()).extracting(Exchange::arrived).isEqualTo(times);
    }

    @Test
    void aTakenPortIsSaid() throws Exception {
        FakeServer first = started(greeting());

        try (FakeServer second = new FakeServer(List.of(greeting()), FaultPlan.none())) {
            assertThatThrownBy(() -> second.start(first.url().getPort())).isInstanceOf(BindException.class);
        }
    }

    private static Route greeting() {
        return new Route(
                "greeting",
                "GET",
                "/greeting/{name}",
                request -> FakeAnswer.json(200, "{\"hello\":\"%s\"}".formatted(request.pathValue("name"))));
    }

    private FakeServer started(Route route) throws IOException {
        return started(InstantSource.system(), route);
    }

    private FakeServer started(InstantSource clock, Route route) throws IOException {
        FakeServer server = new FakeServer(List.of(route), FaultPlan.none(), clock);
        servers.add(server);
        server.start(0);
        return server;
    }

    private HttpResponse<String> get(FakeServer server, String pathAndQuery) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + pathAndQuery))
                .timeout(Duration.ofSeconds(60))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
