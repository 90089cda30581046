package io.github.ticketsummarizer.fakes.otlp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What Langfuse makes of a span, as version 4.16 does in its {@code OtelIngestionProcessor}
 * (https://github.com/langfuse/langfuse, packages/shared/src/server/otel). Only what our spans can reach is here: its rules
 * for other libraries' spans are not, nor is its own table of prices.
 */
final class LangfuseRules {
    /** The first pair of which either side is there counts. */
    private static final List<List<String>> INPUT_AND_OUTPUT = List.of(
            List.of("langfuse.observation.input", "langfuse.observation.output"),
            List.of("input.value", "output.value"),
            List.of("input", "output"),
            List.of("llm.input_messages.", "llm.output_messages."),
            List.of("gen_ai.input.messages", "gen_ai.output.messages"));

    private static final int LONGEST_ENVIRONMENT = 40;

    private final ObjectMapper json = new ObjectMapper();

    LangfuseObservation observation(ReceivedSpan span) {
        String type = LangfuseType.of(span);
        InputAndOutput text = inputAndOutput(span);
        boolean generation = type.equals(LangfuseType.GENERATION);
        return new LangfuseObservation(
                span.spanId(),
                span.traceId(),
                span.isRoot() ? null : span.parentSpanId(),
                type,
                textOr(span.name(), span, "gen_ai.tool.name"),
                textOr(span.status().equals("ERROR") ? "ERROR" : "DEFAULT", span, "langfuse.observation.level"),
                statusMessage(span),
                LangfuseType.model(span),
                usage(span),
                cost(span),
                text.input(),
                text.output(),
                span.text("langfuse.trace.name"),
                span.firstText(List.of("langfuse.session.id", "session.id", "gen_ai.conversation.id")),
                span.firstText(List.of("langfuse.user.id", "user.id")),
                tags(span),
                environment(span),
                generation ? span.text("langfuse.observation.prompt.name") : null,
                generation ? wholeNumber(span.text("langfuse.observation.prompt.version")) : null,
                metadata(span),
                milliseconds(span.start()),
                milliseconds(span.end()));
    }

    private static InputAndOutput inputAndOutput(ReceivedSpan span) {
        for (List<String> pair : INPUT_AND_OUTPUT) {
            String input = valueOrGroup(span, pair.get(0));
            String output = valueOrGroup(span, pair.get(1));
            if (input != null || output != null) {
                return new InputAndOutput(input, output);
            }
        }
        return new InputAndOutput(null, null);
    }

    private static @Nullable String valueOrGroup(ReceivedSpan span, String key) {
        if (!key.endsWith(".")) {
            return span.text(key);
        }
        Map<String, Object> group = new TreeMap<>();
        span.attributes().forEach((name, value) -> {
            if (name.startsWith(key)) {
                group.put(name.substring(key.length()), value);
            }
        });
        return group.isEmpty() ? null : group.toString();
    }

    private Map<String, Long> usage(ReceivedSpan span) {
        String own = span.text("langfuse.observation.usage_details");
        return own == null ? new LangfuseUsage(span).byKind() : numbers(own);
    }

    private Map<String, Long> numbers(String object) {
        Map<String, Long> numbers = new TreeMap<>();
        parsed(object)
                .properties()
                .forEach(field -> numbers.put(field.getKey(), field.getValue().asLong()));
        return numbers;
    }

    private @Nullable Double cost(ReceivedSpan span) {
        String own = span.text("langfuse.observation.cost_details");
        if (own != null) {
            return parsed(own).path("total").asDouble();
        }
        Object cost = span.attribute("gen_ai.usage.cost");
        Object other = span.attribute("llm.cost.total");
        return cost instanceof Number number
                ? number.doubleValue()
                : other instanceof Number total ? total.doubleValue() : null;
    }

    private JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException notJson) {
            return json.createObjectNode();
        }
    }

    private List<String> tags(ReceivedSpan span) {
        for (String key : List.of("langfuse.trace.tags", "langfuse.tags", "tag.tags")) {
            switch (span.attribute(key)) {
                case null -> {
                    continue;
                }
                case List<?> list -> {
                    return list.stream().map(Object::toString).toList();
                }
                case Object text -> {
                    return List.of(text.toString().split(","));
                }
            }
        }
        return List.of();
    }

    private static String environment(ReceivedSpan span) {
        for (String key : List.of("langfuse.environment", "deployment.environment.name", "deployment.environment")) {
            Object value = span.attributes().getOrDefault(key, span.resource().get(key));
            if (value != null) {
                String name = value.toString().toLowerCase(Locale.ROOT);
                boolean allowed = name.matches("[a-z0-9_-]+") && !name.startsWith("langfuse");
                return allowed && name.length() <= LONGEST_ENVIRONMENT ? name : "default";
            }
        }
        return "default";
    }

    /** Langfuse's own keys come to the top; every other attribute is text under {@code attributes}. */
    private static Map<String, Object> metadata(ReceivedSpan span) {
        Map<String, Object> top = new TreeMap<>();
        Map<String, String> others = new TreeMap<>();
        span.attributes().forEach((key, value) -> {
            String own = key.replaceFirst("^langfuse\\.(trace\\.|observation\\.)?metadata\\.", "");
            if (own.equals(key)) {
                others.put(key, value.toString());
            } else {
                top.put(own, value);
            }
        });
        top.put("attributes", others);
        return top;
    }

    private static String textOr(String otherwise, ReceivedSpan span, String key) {
        return Objects.requireNonNullElse(span.text(key), otherwise);
    }

    private static @Nullable String statusMessage(ReceivedSpan span) {
        String own = span.text("langfuse.observation.status_message");
        return own != null || span.statusMessage().isEmpty() ? own : span.statusMessage();
    }

    private static @Nullable Integer wholeNumber(@Nullable String text) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static Instant milliseconds(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    private record InputAndOutput(
            @Nullable String input, @Nullable String output) {}
}
