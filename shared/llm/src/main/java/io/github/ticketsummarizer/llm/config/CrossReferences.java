package io.github.ticketsummarizer.llm.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The rules that a schema cannot say: names are there once, and what refers to a name finds it. What the schema refuses
 * is passed over, so that all mistakes can be told at once.
 */
final class CrossReferences {
    private final YamlDocument document;

    private CrossReferences(YamlDocument document) {
        this.document = document;
    }

    /** Notes on a taxonomy what is wrong with its names. */
    static void checkTaxonomy(YamlDocument document) {
        CrossReferences check = new CrossReferences(document);
        Set<String> names = check.uniqueNames("/pods", "name");
        JsonNode pods = document.root().path("pods");
        for (int i = 0; i < pods.size(); i++) {
            check.confusables("/pods/" + i, pods.path(i), names);
            check.uniqueNames("/pods/%d/signals".formatted(i), "term");
        }
    }

    /** Notes on a diagnostics guide what is wrong with its names. */
    static void checkGuide(YamlDocument document) {
        CrossReferences check = new CrossReferences(document);
        check.uniqueNames("/ticket_types", "id");
        check.uniqueNames("/capabilities", "id");
        Set<String> recommendations = check.uniqueNames("/recommendations", "id");
        check.eachKnown("/capabilities", "recommendation", recommendations, "recommendation");
        Set<String> limits = check.uniqueNames("/limits", "id");
        check.eachKnown("/ticket_types", "limit", limits, "limit");
        check.known("/default_limit", limits, "limit");
        Set<String> triageGaps = check.uniqueNames("/triage_gap_areas", "id");
        check.eachKnown("/limits", "triage_gap_area", triageGaps, "triage gap area");
        check.contains("/triage_gap_areas", triageGaps, DiagnosticsGuide.OTHER_TRIAGE_GAP);
        Set<String> fixGaps = check.uniqueNames("/fix_gap_areas", "id");
        check.eachKnown("/limits", "fix_gap_area", fixGaps, "fix gap area");
        check.contains("/fix_gap_areas", fixGaps, DiagnosticsGuide.OTHER_FIX_GAP);
        check.known("/escalation_fix/gap_area", fixGaps, "fix gap area");
    }

    /** Notes on a diagnostics guide which of its PODs the taxonomy does not have. */
    static void checkPods(YamlDocument guide, YamlDocument taxonomy) {
        Set<String> names = new LinkedHashSet<>();
        taxonomy.root().path("pods").forEach(pod -> names.add(pod.path("name").asText()));
        CrossReferences check = new CrossReferences(guide);
        JsonNode limits = guide.root().path("limits");
        for (int i = 0; i < limits.size(); i++) {
            for (int j = 0; j < limits.path(i).path("pods").size(); j++) {
                check.known("/limits/%d/pods/%d".formatted(i, j), names, "POD");
            }
        }
    }

    private Set<String> uniqueNames(String list, String field) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        JsonNode items = document.root().at(list);
        for (int i = 0; i < items.size(); i++) {
            String name = items.path(i).path(field).asText();
            if (name.isBlank()) {
                continue;
            }
            names.add(name);
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                document.mistake("%s/%d/%s".formatted(list, i, field), "'%s' is there twice".formatted(name));
            }
        }
        return names;
    }

    private void confusables(String podPointer, JsonNode pod, Set<String> names) {
        JsonNode confusables = pod.path("confusable_with");
        String name = pod.path("name").asText();
        for (int i = 0; i < confusables.size(); i++) {
            String pointer = "%s/confusable_with/%d".formatted(podPointer, i);
            known(pointer, names, "POD");
            if (!name.isBlank() && confusables.path(i).asText().equals(name)) {
                document.mistake(pointer, "a POD cannot be confused with itself");
            }
        }
    }

    private void eachKnown(String list, String field, Set<String> names, String what) {
        for (int i = 0; i < document.root().at(list).size(); i++) {
            known("%s/%d/%s".formatted(list, i, field), names, what);
        }
    }

    private void known(String pointer, Set<String> names, String what) {
        JsonNode reference = document.root().at(pointer);
        if (reference.isTextual() && !names.isEmpty() && !names.contains(reference.asText())) {
            document.mistake(
                    pointer,
                    "there is no %s '%s'; there are: %s".formatted(what, reference.asText(), String.join(", ", names)));
        }
    }

    private void contains(String list, Set<String> names, String required) {
        if (!names.isEmpty() && !names.contains(required)) {
            document.mistake(list, "'%s' is missing; answers fall back to it".formatted(required));
        }
    }
}
