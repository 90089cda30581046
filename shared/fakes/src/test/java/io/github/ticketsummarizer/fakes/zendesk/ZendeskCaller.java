package io.github.ticketsummarizer.fakes.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;

/** Calls a stand-in as any client would. */
final class ZendeskCaller implements AutoCloseable {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final FakeZendesk zendesk;
    private String authorization = "Bearer " + Credentials.DEFAULT.bearerToken();

    ZendeskCaller(FakeZendesk zendesk) {
        this.zendesk = zendesk;
    }

    /** An answer, its body read as JSON. */
    record Answer(int status, JsonNode body, HttpResponse<String> http) {
        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        /** The ids of the elements of a list in the answer. */
        List<Long> ids(String list) {
            return StreamSupport.stream(body.path(list).spliterator(), false)
                    .map(element -> element.path("id").asLong())
                    .toList();
        }
    }

    void bearer(String token) {
        authorization = "Bearer " + token;
    }

    void basic(String user, String password) {
        byte[] plain = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        authorization = "Basic " + Base64.getEncoder().encodeToString(plain);
    }

    Answer get(String pathAndQuery) throws IOException, InterruptedException {
        return follow(zendesk.url() + pathAndQuery);
    }

    Answer follow(String url) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", authorization)
                .build());
    }

    Answer token(String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(zendesk.url() + "/oauth/tokens"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    @Override
    public void close() {
        client.close();
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        return new Answer(answer.statusCode(), JsonMapper.builder().build().readTree(answer.body()), answer);
    }
}
