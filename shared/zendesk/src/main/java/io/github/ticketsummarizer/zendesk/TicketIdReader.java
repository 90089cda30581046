package io.github.ticketsummarizer.zendesk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Finds the id of a stored ticket without reading further than it must, for looking through many files. */
final class TicketIdReader {
    private final JsonFactory factory = new JsonFactory();

    /**
     * Reads up to {@code ticket.id}; null where the JSON has none.
     *
     * @throws IOException when it is not JSON so far
     */
    @Nullable
    String read(InputStream json) throws IOException {
        try (JsonParser parser = factory.createParser(json)) {
            return enter(parser, "ticket") && parser.currentToken() == JsonToken.START_OBJECT ? id(parser) : null;
        }
    }

    private static @Nullable String id(JsonParser parser) throws IOException {
        return descend(parser, "id") && parser.currentToken().isScalarValue() ? parser.getText() : null;
    }

    private static boolean enter(JsonParser parser, String field) throws IOException {
        return parser.nextToken() == JsonToken.START_OBJECT && descend(parser, field);
    }

    /** Moves from the start of an object to the value of one of its fields. */
    private static boolean descend(JsonParser parser, String field) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = field.equals(parser.currentName());
            parser.nextToken();
            if (found) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }
}
