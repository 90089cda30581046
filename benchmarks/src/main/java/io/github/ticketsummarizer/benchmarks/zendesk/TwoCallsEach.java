package io.github.ticketsummarizer.benchmarks.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;

/** What a client looks like that nobody thought about: one call for the ticket, and one for its comments. */
final class TwoCallsEach implements TicketFetch {
    private final URI account;
    private final String bearerToken;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final ObjectMapper json = new ObjectMapper();

    TwoCallsEach(URI account, String bearerToken) {
        this.account = account;
        this.bearerToken = bearerToken;
    }

    @Override
    public void fetch(String ticketId) throws Exception {
        JsonNode ticket = get("/api/v2/tickets/" + ticketId).path("ticket");
        JsonNode comments = get("/api/v2/tickets/%s/comments?page%%5Bsize%%5D=100".formatted(ticketId))
                .path("comments");
        if (!ticket.isObject() || !comments.isArray()) {
            throw new IllegalStateException("no ticket " + ticketId);
        }
    }

    private JsonNode get(String pathAndQuery) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(account.resolve(pathAndQuery))
                .header("Authorization", "Bearer " + bearerToken)
                .build();
        return json.readTree(
                client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    }
}
