package io.github.ticketsummarizer.fakes.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ticketsummarizer.fakes.http.FakeAnswer;
import io.github.ticketsummarizer.fakes.http.FakeRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Google's {@code generateContent}. */
final class GeminiFormat implements WireFormat {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> FIELDS = Set.of("contents", "systemInstruction", "generationConfig");
    private static final Set<String> CONFIG_FIELDS =
            Set.of("maxOutputTokens", "responseMimeType", "responseJsonSchema", "temperature");

    @Override
    public String path() {
        return "/v1beta/models/{model}:generateContent";
    }

    @Override
    public boolean shows(String key, FakeRequest request) {
        return key.equals(request.header("x-goog-api-key"));
    }

    @Override
    public List<String> mistakes(FakeRequest request) {
        JsonNode body = request.json();
        List<String> mistakes = new ArrayList<>(RequestRules.unknown(body, FIELDS));
        JsonNode config = body.path("generationConfig");
        mistakes.addAll(RequestRules.unknown(config, CONFIG_FIELDS));
        mistakes.addAll(RequestRules.turns(body.path("contents"), List.of("user", "model")));
        if (!config.path("responseMimeType").asText().equals("application/json")) {
            mistakes.add("responseJsonSchema needs responseMimeType application/json");
        }
        mistakes.addAll(SchemaRules.mistakes(config.path("responseJsonSchema")));
        return mistakes;
    }

    @Override
    public Question question(FakeRequest request) {
        JsonNode body = request.json();
        JsonNode contents = body.path("contents");
        return new Question(
                request.pathValue("model"),
                text(body.path("systemInstruction")),
                text(contents.path(contents.size() - 1)),
                body.path("generationConfig").path("responseJsonSchema"));
    }

    private static String text(JsonNode content) {
        return content.path("parts").path(0).path("text").asText();
    }

    @Override
    public FakeAnswer answer(Reply reply) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode candidate = body.putArray("candidates").addObject();
        if (reply.ending() != Reply.Ending.REFUSED) {
            ObjectNode content = candidate.putObject("content").put("role", "model");
            content.putArray("parts")
                    .addObject()
                    .put("text", "First I weigh the ticket.")
                    .put("thought", true);
            content.withArray("parts").addObject().put("text", reply.text());
        }
        candidate.put("finishReason", finish(reply.ending())).put("index", 0);
        Reply.Usage usage = reply.usage();
        body.putObject("usageMetadata")
                .put("promptTokenCount", usage.input())
                .put("cachedContentTokenCount", usage.cached())
                .put("candidatesTokenCount", usage.visible())
                .put("thoughtsTokenCount", usage.reasoning())
                .put("totalTokenCount", usage.input() + usage.output());
        body.put("modelVersion", reply.model()).put("responseId", "response-" + reply.number());
        return FakeAnswer.json(200, body);
    }

    private static String finish(Reply.Ending ending) {
        return switch (ending) {
            case COMPLETE -> "STOP";
            case CUT -> "MAX_TOKENS";
            case REFUSED -> "SAFETY";
            case UNKNOWN -> "SOMETHING_NEW";
        };
    }

    @Override
    public FakeAnswer error(int status, @Nullable String code, String message) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode error = body.putObject("error")
                .put("code", status)
                .put("message", message)
                .put("status", Objects.requireNonNullElse(code, "INVALID_ARGUMENT"));
        if (code(ErrorKind.WRONG_KEY).equals(code)) {
            error.put("status", code(ErrorKind.BAD_REQUEST))
                    .putArray("details")
                    .addObject()
                    .put("reason", code);
        }
        if (code(ErrorKind.QUOTA).equals(code)) {
            error.put("status", code(ErrorKind.RATE_LIMITED))
                    .putArray("details")
                    .addObject()
                    .putArray("violations")
                    .addObject()
                    .put("quotaId", code);
        }
        return FakeAnswer.json(status, body);
    }

    @Override
    public FakeAnswer filtered(Reply reply) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("promptFeedback").put("blockReason", "PROHIBITED_CONTENT");
        body.putObject("usageMetadata").put("promptTokenCount", reply.usage().input());
        return FakeAnswer.json(200, body);
    }

    /** Google does not tell a wrong key from another mistake by the status. */
    @Override
    public int status(ErrorKind kind) {
        return kind == ErrorKind.WRONG_KEY ? 400 : WireFormat.super.status(kind);
    }

    @Override
    public String code(ErrorKind kind) {
        return switch (kind) {
            case BAD_REQUEST -> "INVALID_ARGUMENT";
            case WRONG_KEY -> "API_KEY_INVALID";
            case NOT_FOUND -> "NOT_FOUND";
            case RATE_LIMITED -> "RESOURCE_EXHAUSTED";
            case QUOTA -> "GenerateRequestsPerDayPerProjectPerModel";
            case OVERLOADED -> "UNAVAILABLE";
        };
    }
}
