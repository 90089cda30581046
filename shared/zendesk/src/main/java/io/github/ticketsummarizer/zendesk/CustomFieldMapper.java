package io.github.ticketsummarizer.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.Escalation;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Normalises the custom fields that the analyses read. A value may be any JSON: drop-down fields give text, check boxes
 * booleans, multi-select fields arrays, and a field that nobody filled in null.
 */
final class CustomFieldMapper {
    private static final Pattern JIRA_ID = Pattern.compile("(?:[^?#]*/)?([A-Za-z][A-Za-z0-9_]*-[0-9]+)/?(?:[?#].*)?");

    private final CustomFieldIds ids;
    private final UnaryOperator<String> clean;

    /** @param clean applied to every text that is kept */
    CustomFieldMapper(CustomFieldIds ids, UnaryOperator<String> clean) {
        this.ids = ids;
        this.clean = clean;
    }

    CustomFields map(JsonNode ticket) {
        Map<String, String> raw = new TreeMap<>();
        JsonNode fields = ticket.path("custom_fields").isArray() ? ticket.path("custom_fields") : ticket.path("fields");
        String diagnosticsUsed = diagnosticsUsed(find(fields, ids.diagnosticsUsed()), raw);
        Escalation escalation = escalation(find(fields, ids.crossTeam()), find(fields, ids.jiraTicket()), raw);
        String rootCause = rootCause(find(fields, ids.rootCause()), raw);
        return new CustomFields(diagnosticsUsed, escalation, rootCause, raw);
    }

    /** The field's value; null when the ticket has no such field, which differs from a value that is null. */
    private static @Nullable JsonNode find(JsonNode fields, String id) {
        for (JsonNode field : fields) {
            if (field.path("id").asText("").equals(id)) {
                return single(field.path("value"));
            }
        }
        return null;
    }

    private static JsonNode single(JsonNode value) {
        return value.isArray() && value.size() == 1 ? value.get(0) : value;
    }

    private String diagnosticsUsed(@Nullable JsonNode value, Map<String, String> raw) {
        if (value == null) {
            return CustomFields.NONE.wasDiagnosticsUsed();
        }
        return switch (value.asText("")) {
            case "diagnostic_yes" -> "Yes";
            case "diagnostic_no" -> "No";
            default -> {
                keepRaw("was_diagnostics_used", value, raw);
                yield "Not Applicable";
            }
        };
    }

    private Escalation escalation(@Nullable JsonNode crossTeam, @Nullable JsonNode jira, Map<String, String> raw) {
        String crossTeamStatus = crossTeamStatus(crossTeam, raw);
        String link = text("jira_ticket_url", jira, raw);
        if (link.isEmpty()) {
            return new Escalation(crossTeamStatus, null, null, false);
        }
        Matcher matcher = JIRA_ID.matcher(link);
        String jiraId = matcher.matches() ? matcher.group(1).toUpperCase(Locale.ROOT) : null;
        return new Escalation(crossTeamStatus, link, jiraId, true);
    }

    private String crossTeamStatus(@Nullable JsonNode value, Map<String, String> raw) {
        return switch (value == null ? "" : value.asText("")) {
            case "cross_team_n/a" -> "N/A";
            case "cross_team_succ" -> "SUCC";
            default -> {
                keepRaw("cross_team_status", value, raw);
                yield Escalation.NONE.crossTeamStatus();
            }
        };
    }

    private String rootCause(@Nullable JsonNode value, Map<String, String> raw) {
        String text = text("support_root_cause", value, raw);
        return text.isEmpty() ? CustomFields.NONE.supportRootCause() : text;
    }

    /** A free text; what is neither text nor a number counts as empty and is kept raw. */
    private String text(String name, @Nullable JsonNode value, Map<String, String> raw) {
        if (value != null && (value.isTextual() || value.isNumber())) {
            return clean.apply(value.asText("")).strip();
        }
        keepRaw(name, value, raw);
        return "";
    }

    private void keepRaw(String name, @Nullable JsonNode value, Map<String, String> raw) {
        if (value == null) {
            return;
        }
        String text = value.isContainerNode() && !value.isEmpty() ? value.toString() : value.asText("");
        if (!text.isBlank()) {
            raw.put(name, clean.apply(text));
        }
    }
}
