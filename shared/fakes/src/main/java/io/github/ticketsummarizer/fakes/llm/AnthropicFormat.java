package io.github.ticketsummarizer.fakes.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ticketsummarizer.fakes.http.FakeAnswer;
import io.github.ticketsummarizer.fakes.http.FakeRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Anthropic's messages. */
final class AnthropicFormat implements WireFormat {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> FIELDS =
            Set.of("model", "max_tokens", "system", "messages", "output_config", "thinking");

    @Override
    public String path() {
        return "/v1/messages";
    }

    @Override
    public boolean shows(String key, FakeRequest request) {
        return ("Bearer " + key).equals(request.header("authorization"));
    }

    @Override
    public List<String> mistakes(FakeRequest request) {
        JsonNode body = request.json();
        List<String> mistakes = new ArrayList<>(RequestRules.unknown(body, FIELDS));
        if (request.header("anthropic-version") == null) {
            mistakes.add("anthropic-version: header is required");
        }
        if (!body.path("max_tokens").isIntegralNumber()) {
            mistakes.add("max_tokens: field required");
        }
        mistakes.addAll(RequestRules.turns(body.path("messages"), List.of("user", "assistant")));
        JsonNode format = body.path("output_config").path("format");
        if (!format.path("type").asText().equals("json_schema")) {
            mistakes.add("output_config.format must be a json_schema");
        }
        mistakes.addAll(SchemaRules.mistakes(format.path("schema")));
        return mistakes;
    }

    @Override
    public Question question(FakeRequest request) {
        JsonNode body = request.json();
        JsonNode messages = body.path("messages");
        return new Question(
                body.path("model").asText(),
                text(body.path("system")),
                text(messages.path(messages.size() - 1).path("content")),
                body.path("output_config").path("format").path("schema"));
    }

    private static String text(JsonNode content) {
        return content.isTextual()
                ? content.asText()
                : content.path(0).path("text").asText();
    }

    @Override
    public FakeAnswer answer(Reply reply) {
        ObjectNode body = JSON.createObjectNode()
                .put("id", "msg_" + reply.number())
                .put("type", "message")
                .put("role", "assistant")
                .put("model", reply.model());
        ArrayNode content = body.putArray("content");
        if (reply.ending() != Reply.Ending.REFUSED) {
            content.addObject()
                    .put("type", "thinking")
                    .put("thinking", "First I weigh the ticket.")
                    .put("signature", "c2lnbmF0dXJl");
            content.addObject().put("type", "text").put("text", reply.text());
        }
        body.put("stop_reason", stop(reply.ending())).putNull("stop_sequence");
        Reply.Usage usage = reply.usage();
        body.putObject("usage")
                .put("input_tokens", usage.fresh())
                .put("cache_read_input_tokens", usage.cached())
                .put("cache_creation_input_tokens", usage.cacheWrite())
                .put("output_tokens", usage.output())
                .putObject("output_tokens_details")
                .put("thinking_tokens", usage.reasoning());
        return FakeAnswer.json(200, body).with("request-id", "req_" + reply.number());
    }

    private static String stop(Reply.Ending ending) {
        return switch (ending) {
            case COMPLETE -> "end_turn";
            case CUT -> "max_tokens";
            case REFUSED -> "refusal";
            case UNKNOWN -> "something_new";
        };
    }

    @Override
    public FakeAnswer error(int status, @Nullable String code, String message) {
        ObjectNode body = JSON.createObjectNode().put("type", "error");
        ObjectNode error = body.putObject("error").put("message", message);
        if (code(ErrorKind.QUOTA).equals(code)) {
            error.put("type", code(ErrorKind.RATE_LIMITED)).putObject("details").put("error_code", code);
        } else {
            error.put("type", Objects.requireNonNullElse(code, "invalid_request_error"));
        }
        return FakeAnswer.json(status, body).with("request-id", "req_error");
    }

    @Override
    public FakeAnswer filtered(Reply reply) {
        return answer(reply.ending(Reply.Ending.REFUSED, ""));
    }

    @Override
    public int status(ErrorKind kind) {
        return kind == ErrorKind.OVERLOADED ? 529 : WireFormat.super.status(kind);
    }

    @Override
    public String code(ErrorKind kind) {
        return switch (kind) {
            case BAD_REQUEST -> "invalid_request_error";
            case WRONG_KEY -> "authentication_error";
            case NOT_FOUND -> "not_found_error";
            case RATE_LIMITED -> "rate_limit_error";
            case QUOTA -> "enforced_spend_limit_reached";
            case OVERLOADED -> "overloaded_error";
        };
    }
}
