package io.github.ticketsummarizer.zendesk.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.telemetry.metric.ZendeskMetrics;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Asks one Zendesk account, within our share of its rate limit and with our credentials, which go to no other host.
 * Nothing is retried but a call whose access token had ended. Thread-safe; calls block, and an interrupt ends them.
 */
public final class ZendeskClient {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int REDIRECTS_MOST = 3;
    private static final int TOO_MANY_REQUESTS = 429;

    /** Zendesk takes 300 to 172,800 ("OAuth tokens", developer.zendesk.com). */
    private static final int TOKEN_SECONDS = 3_600;

    private final ZendeskAddress address;
    private final RequestSender sender;
    private final HttpSpans spans;
    private final ZendeskMetrics metrics;
    private final RateBudget budget;
    private final AnswerReader answers;
    private final Authorization authorization;
    private final RefusalGate gate = new RefusalGate(System::nanoTime);
    private final ObjectMapper json = new ObjectMapper();

    /** Connects to nothing yet, and is not traced. */
    public ZendeskClient(ZendeskSettings settings) {
        this(settings, Tracing.none());
    }

    /** Connects to nothing yet. */
    public ZendeskClient(ZendeskSettings settings, Tracing tracing) {
        this(settings, new RateBudget(settings.rateShare()), tracing);
    }

    ZendeskClient(ZendeskSettings settings, RateBudget budget, Tracing tracing) {
        this.metrics = new ZendeskMetrics(tracing.meter());
        this.address = settings.address();
        this.sender = new RequestSender(settings);
        this.budget = budget;
        this.answers = new AnswerReader(settings.credentials(), Clock.systemUTC());
        this.spans = new HttpSpans(tracing, answers);
        this.authorization = switch (settings.credentials()) {
            case ZendeskCredentials.OAuthClient client ->
                new OAuthTokens(patience -> token(client, patience), System::nanoTime, new SharedCallSpans(tracing));
            case ZendeskCredentials.BearerToken token -> FixedAuthorization.of(token);
            case ZendeskCredentials.ApiToken token -> FixedAuthorization.of(token);
        };
    }

    /** The calls that are free, for who wants to know before asking. */
    public RateBudget budget() {
        return budget;
    }

    /**
     * Asks for a JSON object.
     *
     * @param pathAndQuery of our own making, such as {@code /api/v2/tickets/show_many?ids=1,2}
     * @param patience how long the call may wait for the rate limit
     * @throws ZendeskException when there is no usable answer
     * @throws BudgetSpentException when the call was not made, since it would have to wait too long
     */
    public JsonNode get(Endpoint endpoint, String pathAndQuery, Duration patience)
            throws ZendeskException, BudgetSpentException, InterruptedException {
        return get(endpoint, address.at(pathAndQuery), patience);
    }

    /**
     * Asks for the page after one that was answered.
     *
     * @param firstPathAndQuery what the first page was asked by, without a cursor
     * @param cursor of the page before
     * @return empty when that was the last one
     */
    public Optional<JsonNode> next(Endpoint endpoint, String firstPathAndQuery, PageCursor cursor, Duration patience)
            throws ZendeskException, BudgetSpentException, InterruptedException {
        Optional<URI> next = cursor.next(address, firstPathAndQuery);
        return next.isEmpty() ? Optional.empty() : Optional.of(get(endpoint, next.get(), patience));
    }

    private JsonNode get(Endpoint endpoint, URI uri, Duration patience)
            throws ZendeskException, BudgetSpentException, InterruptedException {
        gate.check();
        String credentials = authorization.header(patience);
        HttpResponse<byte[]> answer = follow(endpoint, uri, credentials, 0, patience);
        if (answer.statusCode() == 401 && authorization.renew(credentials)) {
            answer = follow(endpoint, uri, authorization.header(patience), 1, patience);
        }
        return read(endpoint, answer);
    }

    private JsonNode read(Endpoint endpoint, HttpResponse<byte[]> answer) throws ZendeskException {
        try {
            JsonNode found = answers.read(endpoint, answer);
            gate.passed();
            return found;
        } catch (ZendeskException e) {
            if (e.failure().errorType() == ErrorType.ZENDESK_AUTH) {
                gate.refused(e, endpoint.isOfOneTicket() && answer.statusCode() == 403);
            }
            throw e;
        }
    }

    private HttpResponse<byte[]> follow(
            Endpoint endpoint, URI first, String credentials, int resends, Duration patience)
            throws ZendeskException, BudgetSpentException, InterruptedException {
        URI uri = first;
        for (int redirects = 0; redirects <= REDIRECTS_MOST; redirects++) {
            HttpRequest request =
                    request(uri).header("Authorization", credentials).GET().build();
            HttpResponse<byte[]> answer = send(endpoint, request, resends, patience);
            if (!REDIRECTS.contains(answer.statusCode())) {
                return answer;
            }
            uri = redirected(uri, answer);
        }
        throw badAnswer("Zendesk redirects without end; check ZENDESK_SUBDOMAIN");
    }

    private URI redirected(URI from, HttpResponse<byte[]> answer) throws ZendeskException {
        return answer.headers()
                .firstValue("location")
                .flatMap(location -> address.own(from, location))
                .orElseThrow(
                        () -> badAnswer("%s redirects to another host, which is not followed; check ZENDESK_SUBDOMAIN"
                                .formatted(from.getHost())));
    }

    private HttpResponse<byte[]> send(Endpoint endpoint, HttpRequest request, int resends, Duration patience)
            throws ZendeskException, BudgetSpentException, InterruptedException {
        HttpResponse<byte[]> answer;
        try (RateBudget.Call call = budget.acquire(endpoint, patience)) {
            metrics.waited(endpoint.path(), call.waited());
            answer = spans.around(endpoint, request, resends, () -> sender.send(request));
        }
        budget.learn(endpoint, answer.headers());
        if (answer.statusCode() == TOO_MANY_REQUESTS) {
            refused(endpoint, answer);
        }
        return answer;
    }

    private void refused(Endpoint endpoint, HttpResponse<byte[]> answer) {
        metrics.rateLimited(endpoint.path());
        Duration retryAfter = answers.retryAfter(answer);
        if (retryAfter != null) {
            budget.refused(endpoint, answer.headers(), retryAfter);
        }
    }

    private static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri)
                .header("Accept", "application/json")
                .header("User-Agent", "ticket-summarizer");
    }

    private OAuthTokens.Token token(ZendeskCredentials.OAuthClient client, Duration patience)
            throws ZendeskException, BudgetSpentException, InterruptedException {
        ObjectNode body = json.createObjectNode()
                .put("grant_type", "client_credentials")
                .put("client_id", client.clientId())
                .put("client_secret", client.clientSecret())
                .put("scope", "read")
                .put("expires_in", TOKEN_SECONDS);
        HttpRequest request = request(address.at("/oauth/tokens"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<byte[]> answer = send(Endpoint.TOKEN, request, 0, patience);
        JsonNode token = read(Endpoint.TOKEN, answer);
        String value = token.path("access_token").asText("");
        if (!ZendeskCredentials.HEADER_TEXT.matcher(value).matches()) {
            throw badAnswer("Zendesk's answer for an access token has none that can be used");
        }
        return new OAuthTokens.Token(
                value, Duration.ofSeconds(token.path("expires_in").asLong(TOKEN_SECONDS)));
    }

    private static ZendeskException badAnswer(String message) {
        return new ZendeskException(CallFailure.permanent(ErrorType.ZENDESK_BAD_ANSWER, message));
    }
}
