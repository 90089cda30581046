package io.github.ticketsummarizer.llm.example;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.llm.chat.ChatAnswer;
import io.github.ticketsummarizer.llm.chat.ChatModel;
import io.github.ticketsummarizer.llm.chat.ChatRequest;
import io.github.ticketsummarizer.llm.chat.TokenUsage;
import io.github.ticketsummarizer.llm.provider.CallFailures;
import io.github.ticketsummarizer.llm.provider.ErrorResponse;
import io.github.ticketsummarizer.llm.provider.ProviderAccount;
import io.github.ticketsummarizer.llm.provider.ProviderDefinition;
import io.github.ticketsummarizer.llm.provider.ProviderSettings;
import io.github.ticketsummarizer.llm.provider.ProviderSetup;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A made-up provider: {@code OPENAI_API_KEY}, {@code OPENAI_MODEL}, {@code OPENAI_BASE_URL}. */
public final class ExampleDefinition implements ProviderDefinition {
    @Override
    public LlmProvider provider() {
        return LlmProvider.OPENAI;
    }

    @Override
    public List<String> settingNames() {
        return List.of("OPENAI_API_KEY", "OPENAI_MODEL", "OPENAI_BASE_URL");
    }

    @Override
    public ProviderSetup setup(ProviderSettings settings) {
        ProviderAccount account = settings.account(
                provider(),
                settings.url("OPENAI_BASE_URL", "https://api.example.com"),
                settings.text("OPENAI_API_KEY"),
                settings.text("OPENAI_MODEL", "example-1"));
        return account.apiKey() == null
                ? new ProviderSetup.Missing(List.of("OPENAI_API_KEY"))
                : new ProviderSetup.Ready(account, () -> new Model(account));
    }

    private static final class Model implements ChatModel {
        private static final JsonMapper JSON = JsonMapper.builder().build();

        private final ProviderAccount account;
        private final CallFailures failures;
        private final HttpClient client = HttpClient.newHttpClient();

        Model(ProviderAccount account) {
            this.account = account;
            this.failures = new CallFailures(account, Clock.systemUTC());
        }

        @Override
        public ChatAnswer ask(ChatRequest request) throws LlmException, InterruptedException {
            long start = System.nanoTime();
            try {
                HttpResponse<String> response = client.send(http(request), HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() != 200) {
                    throw failures.of(ErrorResponse.of(
                            response.statusCode(), response.headers().map(), response.body()));
                }
                return answer(JSON.readTree(response.body()), Duration.ofNanos(System.nanoTime() - start));
            } catch (JsonProcessingException junk) {
                throw failures.unreadable();
            } catch (IOException broken) {
                throw failures.of(broken);
            }
        }

        private HttpRequest http(ChatRequest request) {
            ObjectNode body = JSON.createObjectNode()
                    .put("model", account.model())
                    .put("system", request.system())
                    .put("max_tokens", account.maxOutputTokens());
            request.turns()
                    .forEach(turn -> body.withArray("messages")
                            .addObject()
                            .put("from", turn.role().name())
                            .put("text", turn.text()));
            body.set("schema", request.schema().schema());
            return HttpRequest.newBuilder(URI.create(account.baseUrl() + "/generate"))
                    .header("Authorization", "Bearer " + account.apiKey())
                    .timeout(account.timeout())
                    .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                    .build();
        }

        private ChatAnswer answer(JsonNode body, Duration duration) throws LlmException {
            ChatAnswer answer = new ChatAnswer(
                    body.path("text").asText(),
                    body.path("cut").asBoolean() ? ChatAnswer.Finish.LENGTH : ChatAnswer.Finish.COMPLETE,
                    body.path("model").asText(account.model()),
                    body.path("id").asText(null),
                    new TokenUsage(count(body, "input_tokens"), null, null, count(body, "output_tokens"), null),
                    duration);
            if (body.path("refused").asBoolean()) {
                throw failures.blocked("refused", answer);
            }
            if (answer.text().isBlank()) {
                throw failures.noText("empty", answer);
            }
            return answer;
        }

        private static @Nullable Long count(JsonNode body, String name) {
            return body.path(name).canConvertToLong() ? body.path(name).asLong() : null;
        }
    }
}
