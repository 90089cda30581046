package io.github.ticketsummarizer.model;

import org.jspecify.annotations.Nullable;

/**
 * Whether a ticket went to engineering.
 *
 * @param crossTeamStatus {@code N/A}, {@code SUCC} or {@code Unknown}; it does not decide {@code isEscalated}
 * @param jiraTicketId the last path part of the link when it looks like {@code ABC-123}
 * @param isEscalated the link is not empty
 */
public record Escalation(
        String crossTeamStatus,
        @Nullable String jiraTicketUrl,
        @Nullable String jiraTicketId,
        boolean isEscalated) {
    /** A ticket that has no JIRA link and no cross-team field. */
    public static final Escalation NONE = new Escalation("Unknown", null, null, false);
}
