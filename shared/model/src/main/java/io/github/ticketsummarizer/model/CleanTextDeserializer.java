package io.github.ticketsummarizer.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;

/** Reads each text through {@link CleanText}, so that whatever could be read from a topic can be written to the next. */
final class CleanTextDeserializer extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;

    CleanTextDeserializer() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return CleanText.of(StringDeserializer.instance.deserialize(parser, context));
    }
}
