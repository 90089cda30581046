package io.github.ticketsummarizer.fakes.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A request as it arrived.
 *
 * @param endpoint the name of the route that it fits; {@link Route#UNKNOWN} where none does
 * @param number counts the requests to the server, from 1, in the order of their arrival
 * @param path as sent, without the query
 * @param pathValues what stands in place of the route's {@code {names}}
 * @param query decoded; a name may come more than once
 * @param headers by name in lower case; a name may come more than once
 * @param bytes the body; empty where there is none
 */
public record FakeRequest(
        String endpoint,
        long number,
        String method,
        String path,
        Map<String, String> pathValues,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        ByteString bytes) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What stands in place of a {@code {name}} of the route. */
    public String pathValue(String name) {
        String value = pathValues.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route '%s' has no {%s}".formatted(endpoint, name));
        }
        return value;
    }

    /** The first value of a query parameter; null where it is absent. */
    public @Nullable String query(String name) {
        return first(query.get(name));
    }

    /** The first value of a header, its name in any case; null where it is absent. */
    public @Nullable String header(String name) {
        return first(headers.get(HeaderNames.lowerCase(name)));
    }

    /** The body as text. */
    public String body() {
        return bytes.utf8();
    }

    /** The body as JSON; a missing node where it is not JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body());
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static @Nullable String first(@Nullable List<String> values) {
        return values == null || values.isEmpty() ? null : values.getFirst();
    }
}
