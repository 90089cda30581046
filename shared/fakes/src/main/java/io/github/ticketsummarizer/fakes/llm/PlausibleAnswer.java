package io.github.ticketsummarizer.fakes.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Fills a schema from a ticket: sentences of the ticket where a text is asked for, and of an enum the value whose
 * description in the prompt has most in common with the ticket. The same question always gets the same answer.
 */
final class PlausibleAnswer {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> LAST_RESORTS = Set.of("unknown", "unclear");
    /** How names of the areas begin that fit no other and need a description. */
    private static final String OTHER = "other";

    private final Question question;
    private final EnumDescriptions descriptions;
    private final TicketText ticket;

    /** @param descriptions in the system part of the question */
    PlausibleAnswer(Question question, EnumDescriptions descriptions) {
        this.question = question;
        this.descriptions = descriptions;
        this.ticket = new TicketText(question.ticket());
    }

    String json() {
        return object(question.schema(), 0).toString();
    }

    private ObjectNode object(JsonNode schema, int position) {
        ObjectNode object = JSON.createObjectNode();
        schema.path("properties")
                .properties()
                .forEach(property ->
                        object.set(property.getKey(), value(property.getKey(), property.getValue(), object, position)));
        return object;
    }

    private JsonNode value(String name, JsonNode given, ObjectNode siblings, int position) {
        JsonNode schema = resolved(given);
        if (mayBeNull(schema) && !isNeeded(name, siblings)) {
            return JSON.nullNode();
        }
        if (schema.has("enum")) {
            return JSON.getNodeFactory().textNode(choices(schema).getFirst());
        }
        return switch (type(schema)) {
            case "object" -> object(schema, position);
            case "array" -> array(name, resolved(schema.path("items")));
            case "integer" ->
                JSON.getNodeFactory().numberNode(ticket.sentence(position).comment());
            case "number" -> JSON.getNodeFactory().numberNode(0.5);
            case "boolean" -> JSON.getNodeFactory().booleanNode(ticket.count() % 2 == 0);
            default -> JSON.getNodeFactory().textNode(text(name, position));
        };
    }

    private ArrayNode array(String name, JsonNode items) {
        ArrayNode array = JSON.createArrayNode();
        if (items.has("enum")) {
            // The first choice stands elsewhere already, as what the answer decides for.
            choices(items).stream().skip(1).limit(1).forEach(array::add);
        } else if (type(items).equals("object")) {
            for (int i = 0; i < Math.min(2, ticket.count()); i++) {
                array.add(object(items, i));
            }
        } else if (name.contains("keyword")) {
            ticket.keywords(4).forEach(array::add);
        } else {
            array.add(text(name, 0));
        }
        return array;
    }

    private String text(String name, int position) {
        return switch (name) {
            case "root_cause" -> ticket.last("because", "cause", "due to", "turned out");
            case "resolution" -> ticket.last("fixed", "resolved", "works", "solved", "closing");
            case "summary" ->
                "%s %s %s"
                        .formatted(
                                ticket.sentence(0).text(),
                                ticket.last("because", "cause", "due to"),
                                ticket.last("fixed", "resolved", "works", "solved"));
            default -> ticket.sentence(position).text();
        };
    }

    /** The values of an enum, the likeliest first. */
    private List<String> choices(JsonNode schema) {
        List<String> all = StreamSupport.stream(schema.path("enum").spliterator(), false)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
        Map<String, Integer> likelihoods = new HashMap<>();
        descriptions.words(all).forEach((choice, words) -> likelihoods.put(choice, likelihood(choice, words)));
        return all.stream()
                .sorted(Comparator.<String>comparingInt(likelihoods::get).reversed())
                .toList();
    }

    private int likelihood(String choice, Set<String> description) {
        return LAST_RESORTS.contains(choice) || choice.startsWith(OTHER) ? -1 : ticket.wordsSharedWith(description);
    }

    /** A gap is told where the assessment before it is not a yes, and described where it is of no known area. */
    private static boolean isNeeded(String name, ObjectNode siblings) {
        if (name.endsWith("_gap_area")) {
            return !siblings.path(name.replace("_gap_area", "_assessment"))
                    .asText()
                    .equals("yes");
        }
        if (name.endsWith("_gap_description")) {
            return siblings.path(name.replace("_gap_description", "_gap_area"))
                    .asText()
                    .startsWith(OTHER);
        }
        return name.endsWith("reasoning");
    }

    private static boolean mayBeNull(JsonNode schema) {
        return StreamSupport.stream(schema.path("type").spliterator(), false)
                .anyMatch(type -> type.asText().equals("null"));
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText();
    }

    /** What a reference points to; of several shapes the first. */
    private JsonNode resolved(JsonNode schema) {
        if (schema.has("$ref")) {
            return resolved(question.schema().at(schema.get("$ref").asText().substring(1)));
        }
        return schema.has("anyOf") ? resolved(schema.get("anyOf").path(0)) : schema;
    }
}
