package io.github.ticketsummarizer.zendesk;

import io.github.ticketsummarizer.model.Settings;
import java.util.regex.Pattern;

/**
 * Which of an account's custom fields hold what the analyses read. Every Zendesk account has ids of its own.
 *
 * @param diagnosticsUsed "Was Diagnostic Panel used?"
 * @param crossTeam whether other teams were asked
 * @param jiraTicket link to the ticket of the engineers
 * @param rootCause the agent's own root cause
 */
public record CustomFieldIds(String diagnosticsUsed, String crossTeam, String jiraTicket, String rootCause) {
    /** The ids of the account that the sample tickets come from. */
    public static final CustomFieldIds DEFAULT =
            new CustomFieldIds("41001255923353", "48570811421977", "360024807472", "360024846991");

    private static final Pattern ID = Pattern.compile("[0-9]{1,20}");

    /** Reads the settings {@code ZENDESK_FIELD_*}. */
    public static CustomFieldIds from(Settings settings) {
        return new CustomFieldIds(
                id(settings, "ZENDESK_FIELD_DIAGNOSTICS_USED", DEFAULT.diagnosticsUsed),
                id(settings, "ZENDESK_FIELD_CROSS_TEAM", DEFAULT.crossTeam),
                id(settings, "ZENDESK_FIELD_JIRA_TICKET", DEFAULT.jiraTicket),
                id(settings, "ZENDESK_FIELD_ROOT_CAUSE", DEFAULT.rootCause));
    }

    private static String id(Settings settings, String name, String defaultValue) {
        String value = settings.text(name, defaultValue);
        if (!ID.matcher(value).matches()) {
            settings.problem(name, "'%s' is not the id of a custom field: 1 to 20 digits".formatted(value));
            return defaultValue;
        }
        return value;
    }
}
