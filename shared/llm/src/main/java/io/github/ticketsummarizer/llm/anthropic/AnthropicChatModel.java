package io.github.ticketsummarizer.llm.anthropic;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.core.LogLevel;
import com.anthropic.core.http.Headers;
import com.anthropic.core.http.HttpResponseFor;
import com.anthropic.errors.AnthropicInvalidDataException;
import com.anthropic.errors.AnthropicIoException;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.JsonOutputFormat;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.OutputConfig;
import com.anthropic.models.messages.TextBlockParam;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.chat.ChatAnswer;
import io.github.ticketsummarizer.llm.chat.ChatModel;
import io.github.ticketsummarizer.llm.chat.ChatRequest;
import io.github.ticketsummarizer.llm.chat.ChatTurn;
import io.github.ticketsummarizer.llm.provider.CallFailures;
import io.github.ticketsummarizer.llm.provider.ErrorResponse;
import io.github.ticketsummarizer.llm.provider.HttpConnections;
import io.github.ticketsummarizer.llm.provider.ProviderAccount;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks Claude by the messages API, with Anthropic's own library. */
final class AnthropicChatModel implements ChatModel {
    private final ProviderAccount account;
    private final CallFailures failures;
    private final AnthropicClient client;

    AnthropicChatModel(ProviderAccount account) {
        this.account = account;
        this.failures = new CallFailures(account, Clock.systemUTC());
        this.client = AnthropicOkHttpClient.builder()
                .apiKey(Objects.requireNonNull(account.apiKey(), "apiKey"))
                .baseUrl(account.baseUrl().toString())
                .timeout(account.timeout())
                .maxRetries(0)
                .maxIdleConnections(HttpConnections.MAX_IDLE)
                .keepAliveDuration(HttpConnections.KEEP_ALIVE)
                .openTelemetry(false)
                // Else ANTHROPIC_LOG=debug has the library print whole prompts.
                .logLevel(LogLevel.OFF)
                .build();
    }

    @Override
    public ChatAnswer ask(ChatRequest request) throws LlmException, InterruptedException {
        long start = System.nanoTime();
        try (HttpResponseFor<Message> response =
                client.messages().withRawResponse().create(params(request))) {
            Message message = response.parse();
            return new AnthropicAnswer(message, account, failures)
                    .read(response.requestId().orElse(null), Duration.ofNanos(System.nanoTime() - start));
        } catch (AnthropicServiceException e) {
            throw failures.of(new ErrorResponse(e.statusCode(), headers(e.headers()), body(e)));
        } catch (AnthropicIoException e) {
            throw failures.of(e.getCause() instanceof IOException broken ? broken : new IOException(e));
        } catch (AnthropicInvalidDataException e) {
            throw failures.unreadable();
        }
    }

    private MessageCreateParams params(ChatRequest request) {
        MessageCreateParams.Builder params = MessageCreateParams.builder()
                .model(account.model())
                .maxTokens(account.maxOutputTokens())
                .systemOfTextBlockParams(List.of(cached(request.system())))
                .outputConfig(OutputConfig.builder()
                        .format(JsonOutputFormat.builder()
                                .schema(JsonValue.fromJsonNode(request.schema().schema()))
                                .build())
                        .build());
        request.turns().forEach(turn -> add(turn, params));
        return params.build();
    }

    /** The mark tells where the part ends that is the same for every ticket, so that later calls read it at a tenth. */
    private static TextBlockParam cached(String system) {
        return TextBlockParam.builder()
                .text(system)
                .cacheControl(CacheControlEphemeral.builder().build())
                .build();
    }

    private static void add(ChatTurn turn, MessageCreateParams.Builder params) {
        switch (turn.role()) {
            case USER -> params.addUserMessage(turn.text());
            case ASSISTANT -> params.addAssistantMessage(turn.text());
        }
    }

    private static Map<String, List<String>> headers(Headers headers) {
        return headers.names().stream().collect(Collectors.toMap(Function.identity(), headers::values));
    }

    private static JsonNode body(AnthropicServiceException e) {
        JsonNode body = e.body().isMissing() ? null : e.body().convert(JsonNode.class);
        return body == null ? MissingNode.getInstance() : body;
    }
}
