package io.github.ticketsummarizer.fakes.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ticketsummarizer.fakes.http.FakeAnswer;
import io.github.ticketsummarizer.fakes.http.FakeRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chat completions, as OpenAI and as Azure have them. */
final class OpenAiFormat implements WireFormat {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> FIELDS =
            Set.of("model", "messages", "response_format", "max_tokens", "max_completion_tokens", "temperature");

    private final Host host;

    OpenAiFormat(Host host) {
        this.host = host;
    }

    /** Who speaks the format, and where. */
    enum Host {
        OPENAI("/v1/chat/completions"),
        AZURE("/openai/v1/chat/completions"),
        AZURE_LEGACY("/openai/deployments/{deployment}/chat/completions");

        private final String path;

        Host(String path) {
            this.path = path;
        }
    }

    @Override
    public String path() {
        return host.path;
    }

    @Override
    public boolean shows(String key, FakeRequest request) {
        return host == Host.OPENAI
                ? ("Bearer " + key).equals(request.header("authorization"))
                : key.equals(request.header("api-key"));
    }

    @Override
    public List<String> mistakes(FakeRequest request) {
        JsonNode body = request.json();
        List<String> mistakes = new ArrayList<>(RequestRules.unknown(body, FIELDS));
        if (host == Host.AZURE_LEGACY && request.query("api-version") == null) {
            mistakes.add("the query has no api-version");
        }
        if (body.has("max_tokens") == body.has("max_completion_tokens")) {
            mistakes.add("the output must be limited, and once only");
        }
        JsonNode messages = body.path("messages");
        if (!messages.path(0).path("role").asText().equals("system")) {
            mistakes.add("the first message must be the system's");
        }
        mistakes.addAll(RequestRules.turns(withoutFirst(messages), List.of("user", "assistant")));
        JsonNode format = body.path("response_format");
        if (!format.path("type").asText().equals("json_schema")
                || !format.path("json_schema").path("strict").asBoolean()
                || !format.path("json_schema").path("name").asText().matches("[A-Za-z0-9_-]{1,64}")) {
            mistakes.add("response_format must be a strict json_schema with a name");
        }
        mistakes.addAll(SchemaRules.mistakes(schema(body)));
        return mistakes;
    }

    private static JsonNode withoutFirst(JsonNode messages) {
        ArrayNode rest = JSON.createArrayNode();
        for (int i = 1; i < messages.size(); i++) {
            rest.add(messages.get(i));
        }
        return rest;
    }

    private static JsonNode schema(JsonNode body) {
        return body.path("response_format").path("json_schema").path("schema");
    }

    @Override
    public Question question(FakeRequest request) {
        JsonNode body = request.json();
        JsonNode messages = body.path("messages");
        // A deployment answers in the name of its model.
        String model = host == Host.OPENAI ? body.path("model").asText() : "gpt-4.1-mini-2025-04-14";
        return new Question(
                model,
                messages.path(0).path("content").asText(),
                messages.path(messages.size() - 1).path("content").asText(),
                schema(body));
    }

    @Override
    public FakeAnswer answer(Reply reply) {
        ObjectNode body = JSON.createObjectNode()
                .put("id", "chatcmpl-" + reply.number())
                .put("object", "chat.completion")
                .put("created", 1_790_000_000L)
                .put("model", reply.model());
        ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
        boolean refused = reply.ending() == Reply.Ending.REFUSED;
        choice.putObject("message")
                .put("role", "assistant")
                .put("content", refused ? null : reply.text())
                .put("refusal", refused ? "I cannot help with that." : null)
                // As vLLM sends it with reasoning models.
                .put("reasoning_content", "First I weigh the ticket.");
        choice.put("finish_reason", finish(reply.ending()));
        Reply.Usage usage = reply.usage();
        ObjectNode counts = body.putObject("usage")
                .put("prompt_tokens", usage.input())
                .put("completion_tokens", usage.output())
                .put("total_tokens", usage.input() + usage.output());
        counts.putObject("prompt_tokens_details").put("cached_tokens", usage.cached());
        counts.putObject("completion_tokens_details").put("reasoning_tokens", usage.reasoning());
        return FakeAnswer.json(200, body).with("x-request-id", "req-" + reply.number());
    }

    private static String finish(Reply.Ending ending) {
        return switch (ending) {
            case COMPLETE, REFUSED -> "stop";
            case CUT -> "length";
            case UNKNOWN -> "something_new";
        };
    }

    @Override
    public FakeAnswer error(int status, @Nullable String code, String message) {
        ObjectNode body = JSON.createObjectNode();
        // Azure's own filter sends null, and its older paths no type at all.
        body.putObject("error")
                .put("message", message)
                .put("type", (String) null)
                .put("code", code);
        return FakeAnswer.json(status, body).with("x-request-id", "req-error");
    }

    @Override
    public FakeAnswer filtered(Reply reply) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("error")
                .put("message", "The response was filtered")
                .putNull("type")
                .put("code", "content_filter")
                .putObject("innererror")
                .put("code", "ResponsibleAIPolicyViolation");
        return FakeAnswer.json(400, body);
    }

    @Override
    public String code(ErrorKind kind) {
        return switch (kind) {
            case BAD_REQUEST -> "invalid_value";
            case WRONG_KEY -> "invalid_api_key";
            case NOT_FOUND -> host == Host.OPENAI ? "model_not_found" : "DeploymentNotFound";
            case RATE_LIMITED -> "rate_limit_exceeded";
            case QUOTA -> "insufficient_quota";
            case OVERLOADED -> "server_error";
        };
    }
}
