package io.github.ticketsummarizer.fakes.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the APIs ask of a request alike. */
final class RequestRules {
    private RequestRules() {}

    /** Fields that the API does not know. */
    static List<String> unknown(JsonNode object, Set<String> known) {
        Set<String> unknown = new TreeSet<>(SchemaRules.names(object));
        unknown.removeAll(known);
        return unknown.isEmpty() ? List.of() : List.of("unknown fields: " + unknown);
    }

    /**
     * The user speaks first and last, and nobody twice in a row.
     *
     * @param roles of the user and of the model
     */
    static List<String> turns(JsonNode turns, List<String> roles) {
        List<String> mistakes = new ArrayList<>();
        if (turns.size() % 2 == 0) {
            mistakes.add("the last turn must be the user's");
        }
        for (int i = 0; i < turns.size(); i++) {
            String role = turns.get(i).path("role").asText();
            if (!role.equals(roles.get(i % 2))) {
                mistakes.add("turn %d is of the role '%s'".formatted(i + 1, role));
            }
        }
        return mistakes;
    }
}
