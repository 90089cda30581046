package io.github.ticketsummarizer.llm.gemini;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.genai.Client;
import com.google.genai.errors.GenAiIOException;
import com.google.genai.types.ClientOptions;
import com.google.genai.types.Content;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import com.google.genai.types.Part;
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
import java.util.Objects;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Asks Gemini by {@code generateContent}, with Google's own library. */
final class GeminiChatModel implements ChatModel {
    /** An error's codes are near its start; a page of a proxy may be long. */
    private static final long ERROR_BYTES = 64 * 1024;

    private final ProviderAccount account;
    private final CallFailures failures;
    private final Client client;

    GeminiChatModel(ProviderAccount account) {
        this.account = account;
        this.failures = new CallFailures(account, Clock.systemUTC());
        this.client = Client.builder()
                .apiKey(Objects.requireNonNull(account.apiKey(), "apiKey"))
                .vertexAI(false)
                .httpOptions(HttpOptions.builder()
                        .baseUrl(account.baseUrl().toString())
                        .retryOptions(noRetries())
                        .build())
                .clientOptions(ClientOptions.builder()
                        .customHttpClient(HttpConnections.builder(account)
                                .addInterceptor(GeminiChatModel::refuseErrors)
                                .build())
                        .build())
                .build();
    }

    /** Without the empty list the library sleeps up to 2 s after the only attempt, before it throws. */
    private static HttpRetryOptions noRetries() {
        return HttpRetryOptions.builder().attempts(1).httpStatusCodes(List.of()).build();
    }

    private static Response refuseErrors(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (response.isSuccessful()) {
            return response;
        }
        try (response) {
            throw new RefusedException(ErrorResponse.of(
                    response.code(),
                    response.headers().toMultimap(),
                    response.peekBody(ERROR_BYTES).string()));
        }
    }

    @Override
    public ChatAnswer ask(ChatRequest request) throws LlmException, InterruptedException {
        long start = System.nanoTime();
        GenerateContentResponse response = call(request);
        return new GeminiAnswer(response, failures).read(account, Duration.ofNanos(System.nanoTime() - start));
    }

    private GenerateContentResponse call(ChatRequest request) throws LlmException, InterruptedException {
        try {
            return client.models.generateContent(account.model(), contents(request), config(request));
        } catch (GenAiIOException e) {
            throw switch (e.getCause()) {
                case RefusedException refused -> failures.of(refused.response());
                case JsonProcessingException junk -> failures.unreadable();
                case IOException broken -> failures.of(broken);
                case null, default -> failures.unreadable();
            };
        }
    }

    private static List<Content> contents(ChatRequest request) {
        return request.turns().stream()
                .map(turn -> Content.builder()
                        .role(turn.role() == ChatTurn.Role.USER ? "user" : "model")
                        .parts(Part.fromText(turn.text()))
                        .build())
                .toList();
    }

    private GenerateContentConfig config(ChatRequest request) {
        GenerateContentConfig.Builder config = GenerateContentConfig.builder()
                .systemInstruction(Content.fromParts(Part.fromText(request.system())))
                .maxOutputTokens(account.maxOutputTokens())
                .responseMimeType("application/json")
                .responseJsonSchema(request.schema().schema());
        if (account.temperature() != null) {
            config.temperature(account.temperature().floatValue());
        }
        return config.build();
    }
}
