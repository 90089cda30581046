package io.github.ticketsummarizer.llm.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.openai.client.OpenAIClient;
import com.openai.core.JsonValue;
import com.openai.core.http.Headers;
import com.openai.core.http.HttpResponseFor;
import com.openai.errors.OpenAIInvalidDataException;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.ResponseFormatJsonSchema;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.chat.AnswerSchema;
import io.github.ticketsummarizer.llm.chat.ChatAnswer;
import io.github.ticketsummarizer.llm.chat.ChatModel;
import io.github.ticketsummarizer.llm.chat.ChatRequest;
import io.github.ticketsummarizer.llm.chat.ChatTurn;
import io.github.ticketsummarizer.llm.provider.CallFailures;
import io.github.ticketsummarizer.llm.provider.ErrorResponse;
import io.github.ticketsummarizer.llm.provider.ProviderAccount;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks by chat completions, with OpenAI's own library. */
final class OpenAiChatModel implements ChatModel {
    private final ProviderAccount account;
    private final OutputLimit outputLimit;
    private final OpenAIClient client;
    private final CallFailures failures;

    OpenAiChatModel(ProviderAccount account, OutputLimit outputLimit, OpenAIClient client) {
        this.account = account;
        this.outputLimit = outputLimit;
        this.client = client;
        this.failures = new CallFailures(account, Clock.systemUTC());
    }

    @Override
    public ChatAnswer ask(ChatRequest request) throws LlmException, InterruptedException {
        long start = System.nanoTime();
        try (HttpResponseFor<ChatCompletion> response =
                client.chat().completions().withRawResponse().create(params(request))) {
            ChatCompletion completion = response.parse();
            return new OpenAiAnswer(completion, account, failures)
                    .read(response.requestId().orElse(null), Duration.ofNanos(System.nanoTime() - start));
        } catch (OpenAIServiceException e) {
            throw failures.of(new ErrorResponse(e.statusCode(), headers(e.headers()), body(e)));
        } catch (OpenAIIoException e) {
            throw failures.of(e.getCause() instanceof IOException broken ? broken : new IOException(e));
        } catch (OpenAIInvalidDataException e) {
            throw failures.unreadable();
        }
    }

    private ChatCompletionCreateParams params(ChatRequest request) {
        ChatCompletionCreateParams.Builder params = ChatCompletionCreateParams.builder()
                .model(account.model())
                .responseFormat(ResponseFormatJsonSchema.builder()
                        .jsonSchema(jsonSchema(request.schema()))
                        .build())
                // Not the newer role developer, which compatible servers do not know.
                .addSystemMessage(request.system());
        request.turns().forEach(turn -> add(turn, params));
        limitOutput(params);
        if (account.temperature() != null) {
            params.temperature(account.temperature());
        }
        return params.build();
    }

    private static ResponseFormatJsonSchema.JsonSchema jsonSchema(AnswerSchema schema) {
        return ResponseFormatJsonSchema.JsonSchema.builder()
                .name(schema.name())
                .strict(true)
                .schema(JsonValue.fromJsonNode(schema.schema()))
                .build();
    }

    private static void add(ChatTurn turn, ChatCompletionCreateParams.Builder params) {
        switch (turn.role()) {
            case USER -> params.addUserMessage(turn.text());
            case ASSISTANT -> params.addAssistantMessage(turn.text());
        }
    }

    @SuppressWarnings("deprecation") // OpenAI's own models only: other servers know no other name.
    private void limitOutput(ChatCompletionCreateParams.Builder params) {
        switch (outputLimit) {
            case MAX_TOKENS -> params.maxTokens((long) account.maxOutputTokens());
            case MAX_COMPLETION_TOKENS -> params.maxCompletionTokens((long) account.maxOutputTokens());
        }
    }

    private static Map<String, List<String>> headers(Headers headers) {
        return headers.names().stream().collect(Collectors.toMap(Function.identity(), headers::values));
    }

    /** The error as it came: its typed fields throw where a server sends null or a number. */
    private static JsonNode body(OpenAIServiceException e) {
        JsonNode body = e.body().isMissing() ? null : e.body().convert(JsonNode.class);
        return body == null ? MissingNode.getInstance() : body;
    }
}
