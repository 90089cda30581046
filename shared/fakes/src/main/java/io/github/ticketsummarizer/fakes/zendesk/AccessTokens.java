package io.github.ticketsummarizer.fakes.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.ticketsummarizer.fakes.http.FakeAnswer;
import io.github.ticketsummarizer.fakes.http.FakeRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Hands out access tokens by client credentials, and checks what comes with a request. */
final class AccessTokens {
    /** What the token endpoint allows for {@code expires_in}, in seconds. */
    private static final int SHORTEST = 300;

    private static final int LONGEST = 172_800;

    private final Credentials credentials;
    private final InstantSource clock;
    private final Map<String, Instant> expiryByToken = new ConcurrentHashMap<>();
    private final AtomicInteger issued = new AtomicInteger();

    AccessTokens(Credentials credentials, InstantSource clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Answers {@code POST /oauth/tokens}. */
    FakeAnswer issue(FakeRequest request) {
        JsonNode asked = request.json();
        if (!asked.path("grant_type").asText("").equals("client_credentials")) {
            return oauthError(400, "unsupported_grant_type", "The grant type is not client_credentials.");
        }
        if (!asked.path("client_id").asText("").equals(credentials.clientId())
                || !asked.path("client_secret").asText("").equals(credentials.clientSecret())) {
            return oauthError(401, "invalid_client", "Client authentication failed.");
        }
        String scope = asked.path("scope").asText("");
        if (!scope.contains("read")) {
            return oauthError(400, "invalid_scope", "The scope does not let anything be read.");
        }
        int expiresIn = asked.path("expires_in").asInt(LONGEST);
        if (expiresIn < SHORTEST || expiresIn > LONGEST) {
            return oauthError(400, "invalid_request", "expires_in is from 300 to 172800 seconds.");
        }
        return token(scope, expiresIn);
    }

    /** @throws Refusal 401 when the request has no credentials that the account knows */
    void require(FakeRequest request) {
        String authorization = request.header("Authorization");
        if (authorization == null || authorization.startsWith("Basic ")) {
            requireBasic(authorization);
        } else if (!isValidBearer(authorization)) {
            throw new Refusal(ZendeskErrors.invalidToken());
        }
    }

    void revokeAll() {
        expiryByToken.clear();
    }

    private FakeAnswer token(String scope, int expiresIn) {
        String token = "token-" + issued.incrementAndGet();
        expiryByToken.put(token, clock.instant().plusSeconds(expiresIn));
        return FakeAnswer.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("access_token", token)
                        .put("token_type", "bearer")
                        .put("scope", scope)
                        .put("expires_in", expiresIn));
    }

    private boolean isValidBearer(String authorization) {
        if (!authorization.startsWith("Bearer ")) {
            return false;
        }
        String token = authorization.substring("Bearer ".length());
        Instant expiry = expiryByToken.get(token);
        return token.equals(credentials.bearerToken())
                || (expiry != null && clock.instant().isBefore(expiry));
    }

    private void requireBasic(@Nullable String authorization) {
        String user = "%s/token:%s".formatted(credentials.email(), credentials.apiToken());
        String expected = "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
        if (!expected.equals(authorization)) {
            throw new Refusal(ZendeskErrors.notAuthenticated());
        }
    }

    private static FakeAnswer oauthError(int status, String error, String description) {
        return FakeAnswer.json(
                status,
                JsonNodeFactory.instance.objectNode().put("error", error).put("error_description", description));
    }
}
