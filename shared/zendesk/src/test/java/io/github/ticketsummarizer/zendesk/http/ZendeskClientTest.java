package io.github.ticketsummarizer.zendesk.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ZendeskClientTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PATH = "/api/v2/tickets/7/comments?page[size]=100";
    private static final ZendeskCredentials BEARER = new ZendeskCredentials.BearerToken("s3cret");

    private final MockWebServer zendesk = new MockWebServer();
    private final MockWebServer foreign = new MockWebServer();

    @BeforeEach
    void start() throws Exception {
        zendesk.start();
        foreign.start();
    }

    @AfterEach
    void stop() {
        zendesk.close();
        foreign.close();
    }

    @Test
    void aBearerTokenGoesWithTheRequest() throws Exception {
        answer(200, "{\"comments\": [1]}");

        assertThat(get(client(BEARER)).path("comments")).hasSize(1);

        RecordedRequest request = zendesk.takeRequest();
        assertThat(request.getTarget()).isEqualTo(PATH);
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer s3cret");
        assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
        assertThat(request.getVersion()).isEqualTo("HTTP/1.1");
    }

    @Test
    void anApiTokenGoesAsBasicCredentials() throws Exception {
        answer(200, "{}");

        get(client(new ZendeskCredentials.ApiToken("a@example.com", "key")));

        String pair = Base64.getEncoder().encodeToString("a@example.com/token:key".getBytes(StandardCharsets.UTF_8));
        assertThat(zendesk.takeRequest().getHeaders().get("Authorization")).isEqualTo("Basic " + pair);
    }

    @Test
    void anOAuthClientGetsATokenAndAnotherWhenThatIsRefused() throws Exception {
        answer(200, "{\"access_token\": \"first\", \"expires_in\": 600}");
        answer(401, "{}");
        answer(200, "{\"access_token\": \"second\", \"expires_in\": 600}");
        answer(200, "{}");
        ZendeskClient client = client(new ZendeskCredentials.OAuthClient("reader", "s3cret"));

        get(client);

        RecordedRequest token = zendesk.takeRequest();
        assertThat(token.getRequestLine()).isEqualTo("POST /oauth/tokens HTTP/1.1");
        assertThat(token.getBody().utf8())
                .isEqualTo("{\"grant_type\":\"client_credentials\",\"client_id\":\"reader\","
                        + "\"client_secret\":\"s3cret\",\"scope\":\"read\",\"expires_in\":3600}");
        assertThat(zendesk.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer first");
        assertThat(zendesk.takeRequest().getTarget()).isEqualTo("/oauth/tokens");
        assertThat(zendesk.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer second");
    }

    @Test
    void aSecondRefusalIsAFailureAndNobodyAsksAgainForAWhile() {
        answer(200, "{\"access_token\": \"first\"}");
        answer(401, "{}");
        answer(200, "{\"access_token\": \"second\"}");
        answer(401, "{}");
        ZendeskClient client = client(new ZendeskCredentials.OAuthClient("reader", "s3cret"));

        ZendeskException first = failure(client);
        ZendeskException later = failure(client);

        assertThat(first.failure().errorType()).isEqualTo(ErrorType.ZENDESK_AUTH);
        assertThat(first.failure().retryable()).isFalse();
        assertThat(first)
                .hasMessage("Zendesk refused the credentials (401);"
                        + " check ZENDESK_CLIENT_ID and ZENDESK_CLIENT_SECRET");
        assertThat(later.failure()).isEqualTo(first.failure());
        assertThat(zendesk.getRequestCount()).isEqualTo(4);
    }

    @Test
    void anUnknownOAuthClientIsNamedAndNotAskedAboutAgain() {
        answer(400, "{\"error\": \"invalid_client s3cret\"}");
        ZendeskClient client = client(new ZendeskCredentials.OAuthClient("reader", "s3cret"));

        assertThat(failure(client)).hasMessageContaining("check ZENDESK_CLIENT_ID and ZENDESK_CLIENT_SECRET");
        assertThat(failure(client).failure().errorType()).isEqualTo(ErrorType.ZENDESK_AUTH);
        assertThat(zendesk.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aTicketThatMayNotBeReadStopsNoOtherUntilManyInARowMayNot() {
        ZendeskClient client = client(BEARER);
        for (int i = 0; i < RefusalGate.TICKETS_IN_A_ROW; i++) {
            answer(403, "{}");
            assertThat(failure(client).failure().errorType()).isEqualTo(ErrorType.ZENDESK_AUTH);
            assertThat(zendesk.getRequestCount()).isEqualTo(i + 1);
        }

        assertThat(failure(client).failure().errorType()).isEqualTo(ErrorType.ZENDESK_AUTH);
        assertThat(zendesk.getRequestCount()).isEqualTo(RefusalGate.TICKETS_IN_A_ROW);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                argumentSet("gone", status(404), ErrorType.TICKET_NOT_FOUND, false, null),
                argumentSet("deleted", status(410), ErrorType.TICKET_NOT_FOUND, false, null),
                argumentSet("bad request", status(400), ErrorType.ZENDESK_BAD_ANSWER, false, null),
                argumentSet("timeout", status(408), ErrorType.ZENDESK_UNAVAILABLE, true, null),
                argumentSet("limit", status(429), ErrorType.ZENDESK_RATE_LIMITED, true, Duration.ofSeconds(10)),
                argumentSet(
                        "wait", retryAfter(429, "93"), ErrorType.ZENDESK_RATE_LIMITED, true, Duration.ofSeconds(93)),
                argumentSet("server error", status(500), ErrorType.ZENDESK_UNAVAILABLE, true, null),
                argumentSet(
                        "maintenance",
                        retryAfter(503, "7"),
                        ErrorType.ZENDESK_UNAVAILABLE,
                        true,
                        Duration.ofSeconds(7)),
                argumentSet("odd wait", retryAfter(503, "soon"), ErrorType.ZENDESK_UNAVAILABLE, true, null),
                argumentSet("html", body("<html>secret"), ErrorType.ZENDESK_BAD_ANSWER, true, null),
                argumentSet(
                        "truncated",
                        body("{\"comments\": [{\"body\": \"secret"),
                        ErrorType.ZENDESK_BAD_ANSWER,
                        true,
                        null),
                argumentSet("list", body("[\"secret\"]"), ErrorType.ZENDESK_BAD_ANSWER, true, null),
                argumentSet("two", body("{} {\"secret\":1}"), ErrorType.ZENDESK_BAD_ANSWER, true, null),
                argumentSet("nothing", body(""), ErrorType.ZENDESK_BAD_ANSWER, true, null),
                argumentSet("cut off", cutOff(), ErrorType.ZENDESK_UNAVAILABLE, true, null));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void anAnswerMeansWhatItsStatusAndShapeSay(
            MockResponse answer, ErrorType errorType, boolean retryable, Duration retryAfter) {
        zendesk.enqueue(answer);

        ZendeskException failure = failure(client(BEARER));

        assertThat(failure.failure().errorType()).isEqualTo(errorType);
        assertThat(failure.failure().retryable()).isEqualTo(retryable);
        assertThat(failure.retryAfter()).isEqualTo(retryAfter);
        assertThat(failure.getMessage()).doesNotContain("secret");
    }

    @Test
    void aDateToWaitForIsRead() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusHours(2));
        zendesk.enqueue(retryAfter(503, date));

        assertThat(failure(client(BEARER)).retryAfter()).isBetween(Duration.ofMinutes(119), Duration.ofMinutes(120));
    }

    @Test
    void anAnswerThatHangsInItsBodyIsGivenUp() {
        zendesk.enqueue(new MockResponse.Builder()
                .body("{\"a\": 1}")
                .bodyDelay(1, TimeUnit.HOURS)
                .build());

        assertThat(failure(client(BEARER, Duration.ofMillis(300))).failure().message())
                .isEqualTo("localhost did not answer within 300 ms");
    }

    @Test
    void aResetIsAFailureThatMayPassAndNobodyAsksAgainUncounted() {
        zendesk.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket(true, false, false))
                .build());

        ZendeskException failure = failure(client(BEARER));

        assertThat(failure.failure().errorType()).isEqualTo(ErrorType.ZENDESK_UNAVAILABLE);
        assertThat(failure.failure().retryable()).isTrue();
        assertThat(zendesk.getRequestCount()).isEqualTo(1);
    }

    @Test
    void theProxyOfTheJvmIsAskedForIt() throws Exception {
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(ProxySelector.of(new InetSocketAddress("localhost", foreign.getPort())));
        foreign.enqueue(body("{}"));
        try {
            get(client(BEARER));
        } finally {
            ProxySelector.setDefault(before);
        }

        assertThat(foreign.takeRequest().getTarget())
                .isEqualTo("http://localhost:%d%s".formatted(zendesk.getPort(), PATH));
        assertThat(zendesk.getRequestCount()).isZero();
    }

    @Test
    void nobodyListeningIsNamed() throws Exception {
        ZendeskClient client = client(BEARER);
        zendesk.close();

        assertThat(failure(client))
                .hasMessage("localhost cannot be reached (ConnectException);"
                        + " check ZENDESK_SUBDOMAIN or ZENDESK_BASE_URL, the network and the proxy");
    }

    @Test
    void anInterruptEndsACallAtOnce() throws Exception {
        zendesk.enqueue(
                new MockResponse.Builder().headersDelay(1, TimeUnit.HOURS).build());
        ZendeskClient client = client(BEARER, Duration.ofMinutes(10));
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread thread = Thread.startVirtualThread(() -> {
            try {
                get(client);
            } catch (Exception e) {
                ended.complete(e);
            }
        });
        zendesk.takeRequest();

        thread.interrupt();

        assertThat(ended.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    }

    static Stream<Arguments> ownAndForeignRedirects() {
        return Stream.of(
                argumentSet("relative", (Function<HttpUrl, String>) other -> "/api/v2/moved", true),
                argumentSet("other port", (Function<HttpUrl, String>) HttpUrl::toString, false),
                argumentSet("no address", (Function<HttpUrl, String>) other -> ":::", false));
    }

    @ParameterizedTest
    @MethodSource("ownAndForeignRedirects")
    void aRedirectIsFollowedOnTheAccountsOwnHostOnly(Function<HttpUrl, String> location, boolean followed)
            throws Exception {
        zendesk.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", location.apply(foreign.url("/steal")))
                .build());
        if (followed) {
            answer(200, "{\"moved\": true}");
            assertThat(get(client(BEARER)).path("moved").asBoolean()).isTrue();
        } else {
            assertThat(failure(client(BEARER)).failure().message())
                    .isEqualTo("localhost redirects to another host, which is not followed; check ZENDESK_SUBDOMAIN");
        }
        assertThat(foreign.getRequestCount()).isZero();
    }

    @Test
    void redirectsWithoutEndAreGivenUp() {
        for (int i = 0; i < 10; i++) {
            zendesk.enqueue(new MockResponse.Builder()
                    .code(302)
                    .addHeader("Location", "/again")
                    .build());
        }

        assertThat(failure(client(BEARER)).failure().errorType()).isEqualTo(ErrorType.ZENDESK_BAD_ANSWER);
        assertThat(zendesk.getRequestCount()).isEqualTo(4);
    }

    @Test
    void theNextPageIsAskedByItsCursorWhateverTheLinkSays() throws Exception {
        answer(
                200,
                "{\"meta\": {\"has_more\": true, \"after_cursor\": \"a b&c==\"}, \"links\": {\"next\": \"%s\"}}"
                        .formatted(foreign.url("/steal")));
        answer(200, "{\"meta\": {\"has_more\": false}}");
        ZendeskClient client = client(BEARER);

        Optional<JsonNode> second = client.next(Endpoint.COMMENTS, PATH, PageCursor.of(get(client)), PATIENCE);
        Optional<JsonNode> third = client.next(Endpoint.COMMENTS, PATH, PageCursor.of(second.orElseThrow()), PATIENCE);

        assertThat(third).isEmpty();
        zendesk.takeRequest();
        assertThat(zendesk.takeRequest().getTarget()).isEqualTo(PATH + "&page%5Bafter%5D=a+b%26c%3D%3D");
        assertThat(foreign.getRequestCount()).isZero();
    }

    @Test
    void withoutACursorALinkOnTheOwnHostIsFollowedAndNoOther() throws Exception {
        answer(200, "{\"meta\": {\"has_more\": true}, \"links\": {\"next\": \"%s\"}}".formatted(zendesk.url("/next")));
        answer(200, "{\"meta\": {\"has_more\": true}, \"links\": {\"next\": \"%s\"}}".formatted(foreign.url("/steal")));
        ZendeskClient client = client(BEARER);

        JsonNode second = client.next(Endpoint.COMMENTS, PATH, PageCursor.of(get(client)), PATIENCE)
                .orElseThrow();

        assertThatThrownBy(() -> client.next(Endpoint.COMMENTS, PATH, PageCursor.of(second), PATIENCE))
                .isInstanceOf(ZendeskException.class)
                .hasMessageContaining("neither a cursor nor a link on its own host");
        assertThat(foreign.getRequestCount()).isZero();
    }

    @Test
    void aRefusalByTheRateLimitHoldsTheNextCall() throws Exception {
        zendesk.enqueue(retryAfter(429, "93"));
        ZendeskClient client = client(BEARER);
        failure(client);

        BudgetSpentException held = catchThrowableOfType(BudgetSpentException.class, () -> get(client));

        assertThat(held.freeAfter()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(93));
        assertThat(zendesk.getRequestCount()).isEqualTo(1);
    }

    @Test
    void tellsHowLongCallsWaitedAndHowManyWereRefused() throws Exception {
        InMemoryMetricReader metrics = InMemoryMetricReader.create();
        OpenTelemetry openTelemetry = OpenTelemetrySdk.builder()
                .setMeterProvider(
                        SdkMeterProvider.builder().registerMetricReader(metrics).build())
                .build();
        ZendeskClient client = new ZendeskClient(settings(BEARER, Duration.ofSeconds(10)), new Tracing(openTelemetry));
        zendesk.enqueue(retryAfter(429, "0"));
        answer(200, "{}");

        failure(client);
        get(client);

        Attributes comments = Attributes.of(AttributeKey.stringKey("url.template"), "/api/v2/tickets/{id}/comments");
        assertThat(metrics.collectAllMetrics())
                .satisfiesExactlyInAnyOrder(
                        metric -> OpenTelemetryAssertions.assertThat(metric)
                                .hasName("ticket_summarizer.zendesk.rate_limited")
                                .hasLongSumSatisfying(sum -> sum.hasPointsSatisfying(
                                        point -> point.hasValue(1).hasAttributes(comments))),
                        metric -> OpenTelemetryAssertions.assertThat(metric)
                                .hasName("ticket_summarizer.zendesk.budget.wait")
                                .hasHistogramSatisfying(waits -> waits.hasPointsSatisfying(
                                        point -> point.hasCount(2).hasAttributes(comments))));
    }

    private ZendeskClient client(ZendeskCredentials credentials) {
        return client(credentials, Duration.ofSeconds(10));
    }

    private ZendeskClient client(ZendeskCredentials credentials, Duration timeout) {
        return new ZendeskClient(settings(credentials, timeout));
    }

    private ZendeskSettings settings(ZendeskCredentials credentials, Duration timeout) {
        URI base = URI.create("http://localhost:" + zendesk.getPort());
        return new ZendeskSettings(new ZendeskAddress(base), credentials, RateShare.DEFAULT, timeout, 4);
    }

    private static JsonNode get(ZendeskClient client) throws Exception {
        return client.get(Endpoint.COMMENTS, PATH, PATIENCE);
    }

    private static ZendeskException failure(ZendeskClient client) {
        return catchThrowableOfType(ZendeskException.class, () -> get(client));
    }

    private void answer(int status, String body) {
        zendesk.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    private static MockResponse status(int status) {
        return new MockResponse.Builder()
                .code(status)
                .body("<html>secret</html>")
                .build();
    }

    private static MockResponse retryAfter(int status, String value) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Retry-After", value)
                .build();
    }

    private static MockResponse body(String body) {
        return new MockResponse.Builder().body(body).build();
    }

    private static MockResponse cutOff() {
        return new MockResponse.Builder()
                .body("{\"comments\": \"%s\"}".formatted("x".repeat(200_000)))
                .onResponseBody(new SocketEffect.CloseSocket(true, false, false))
                .build();
    }
}
