package io.github.ticketsummarizer.llm.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an API answered instead of what it was asked for.
 *
 * @param headers by name, in any case
 * @param body as JSON; a missing node where it is something else. It may quote the prompt, so no part of it but its {@link
 *     #codes} may get into a message or a log
 */
public record ErrorResponse(int status, Map<String, List<String>> headers, JsonNode body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Of the error itself; some send a number or null instead of a word. Anthropic's type says only that it is one. */
    private static final List<String> CODES = List.of("/code", "/type", "/status");
    /** Of Azure's reason for it, and of Anthropic's. */
    private static final List<String> INNER_CODES = List.of("/innererror/code", "/details/error_code");

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9_.:-]{1,100}");
    private static final List<String> REQUEST_ID_HEADERS =
            List.of("x-request-id", "request-id", "apim-request-id", "x-goog-request-id");

    public ErrorResponse {
        Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    /** With a body as it came over the wire. */
    public static ErrorResponse of(int status, Map<String, List<String>> headers, String body) {
        try {
            return new ErrorResponse(status, headers, JSON.readTree(body));
        } catch (JsonProcessingException html) {
            return new ErrorResponse(status, headers, MissingNode.getInstance());
        }
    }

    /**
     * The words by which the API says what happened, such as {@code insufficient_quota}: from where the APIs of the
     * providers put them, and only what looks like one, since a body may repeat anything.
     */
    Set<String> codes() {
        JsonNode document = body.isArray() ? body.path(0) : body;
        // OpenAI's library hands over what is inside, as do compatible servers.
        JsonNode error = document.path("error").isObject() ? document.path("error") : document;
        Set<String> codes = new TreeSet<>();
        for (String place : CODES) {
            add(codes, error.at(place));
        }
        for (String place : INNER_CODES) {
            add(codes, error.at(place));
        }
        // Google's list of details: https://cloud.google.com/apis/design/errors
        for (JsonNode detail : error.path("details")) {
            add(codes, detail.path("reason"));
            detail.path("violations").forEach(violation -> add(codes, violation.path("quotaId")));
        }
        return codes;
    }

    private static void add(Set<String> codes, JsonNode value) {
        if (value.isTextual() && ErrorCode.looksLikeOne(value.asText())) {
            codes.add(value.asText());
        }
    }

    /** The first value of a header; null where it is absent. */
    @Nullable
    String header(String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    /** The id by which the provider's support finds the call; null where it gave none. */
    @Nullable
    String requestId() {
        return REQUEST_ID_HEADERS.stream()
                .map(this::header)
                .filter(id -> id != null && REQUEST_ID.matcher(id).matches())
                .findFirst()
                .orElse(null);
    }
}
