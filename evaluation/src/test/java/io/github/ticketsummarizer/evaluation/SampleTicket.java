package io.github.ticketsummarizer.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticketsummarizer.model.Json;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A sample ticket as its file has it: Zendesk's ticket, comments and users. */
record SampleTicket(JsonNode root) {
    private static final String JIRA_FIELD = "360024807472";
    private static final Set<String> PLACES_OF_THEIR_OWN = Set.of("via", "metadata");

    /** The tickets of a folder by their id. */
    static Map<String, SampleTicket> readAll(Path folder, Json json) throws IOException {
        Map<String, SampleTicket> tickets = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
            for (Path file : files) {
                JsonNode root = json.mapper().readTree(file.toFile());
                tickets.put(root.at("/ticket/id").asText(), new SampleTicket(root));
            }
        }
        return tickets;
    }

    boolean hasJiraLink() {
        return textsAt("custom field " + JIRA_FIELD).anyMatch(link -> !link.isBlank());
    }

    /** Every text at a place that {@link io.github.ticketsummarizer.testing.PlantedValue} names. */
    Stream<String> textsAt(String place) {
        int blank = place.lastIndexOf(' ');
        String id = place.substring(blank + 1);
        return switch (blank < 0 ? place : place.substring(0, blank)) {
            case "subject", "description" -> texts(root.path("ticket").path(place));
            case "custom field" -> texts(withId(root.at("/ticket/custom_fields"), id));
            case "user" -> texts(withId(root.path("users"), id));
            case "comment" -> commentTexts(withId(root.path("comments"), id));
            case "via" -> texts(withId(root.path("comments"), id).path("via"));
            case "metadata" -> texts(withId(root.path("comments"), id).path("metadata"));
            default -> throw new IllegalArgumentException("no place in a ticket: " + place);
        };
    }

    private static JsonNode withId(JsonNode nodes, String id) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .filter(node -> node.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the ticket has nothing with the id " + id));
    }

    private static Stream<String> commentTexts(JsonNode comment) {
        return comment.propertyStream()
                .filter(field -> !PLACES_OF_THEIR_OWN.contains(field.getKey()))
                .flatMap(field -> texts(field.getValue()));
    }

    private static Stream<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        collect(node, texts);
        return texts.stream();
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.textValue());
        }
        node.forEach(child -> collect(child, texts));
    }
}
