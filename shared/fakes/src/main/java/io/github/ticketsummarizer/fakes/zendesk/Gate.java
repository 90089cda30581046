package io.github.ticketsummarizer.fakes.zendesk;

import io.github.ticketsummarizer.fakes.http.FakeAnswer;
import io.github.ticketsummarizer.fakes.http.FakeRequest;
import io.github.ticketsummarizer.fakes.http.Handler;
import io.github.ticketsummarizer.fakes.zendesk.LimitWindow.State;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets requests in that have credentials and are within the limits, and says in each answer what is left of them. */
final class Gate {
    private final AccessTokens tokens;
    private final InstantSource clock;
    private final LimitWindow account;
    private final Map<String, LimitWindow> endpoints = new HashMap<>();

    Gate(AccessTokens tokens, Limits limits, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
        this.account = new LimitWindow(limits.account());
        limits.endpoints().forEach((name, limit) -> endpoints.put(name, new LimitWindow(limit)));
    }

    /** Puts the gate in front of an endpoint. */
    Handler before(Handler endpoint) {
        return request -> {
            try {
                tokens.require(request);
                return limited(request, endpoint);
            } catch (Refusal refusal) {
                return refusal.answer();
            }
        };
    }

    private FakeAnswer limited(FakeRequest request, Handler endpoint) throws InterruptedException {
        Instant now = clock.instant();
        State ofAccount = account.take(now);
        LimitWindow window = endpoints.get(request.endpoint());
        State ofEndpoint = window == null || !ofAccount.allowed() ? null : window.take(now);
        FakeAnswer answer;
        if (!ofAccount.allowed()) {
            answer = ZendeskErrors.tooManyRequests(ofAccount.reset());
        } else if (ofEndpoint != null && !ofEndpoint.allowed()) {
            answer = ZendeskErrors.tooManyRequests(ofEndpoint.reset());
        } else {
            answer = answer(request, endpoint);
        }
        return withHeaders(answer, ofAccount, ofEndpoint, request.endpoint());
    }

    private static FakeAnswer answer(FakeRequest request, Handler endpoint) throws InterruptedException {
        try {
            return endpoint.handle(request);
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    /** The name of an endpoint's header follows that of {@code zendesk-ratelimit-tickets-index}, the one documented. */
    private static FakeAnswer withHeaders(
            FakeAnswer answer, State account, @Nullable State endpoint, String endpointName) {
        FakeAnswer told = answer.with("X-Rate-Limit", Integer.toString(account.limit()))
                .with("X-Rate-Limit-Remaining", Integer.toString(account.remaining()))
                .with("ratelimit-limit", Integer.toString(account.limit()))
                .with("ratelimit-remaining", Integer.toString(account.remaining()))
                .with("ratelimit-reset", Long.toString(account.resetSeconds()));
        return endpoint == null
                ? told
                : told.with(
                        "zendesk-ratelimit-" + endpointName.replace('_', '-'),
                        "total=%d; remaining=%d; resets=%d"
                                .formatted(endpoint.limit(), endpoint.remaining(), endpoint.resetSeconds()));
    }
}
