package io.github.ticketsummarizer.model;

import java.util.Objects;

/**
 * What a ticket was really about; the thread decides over the first report.
 *
 * @param issueReported one line: what the customer reported, or the actual issue found
 * @param rootCause one line, technical
 * @param summary three to four lines: essence, key steps, turning points, how it was solved
 * @param resolution one line: what actually fixed it
 */
public record Synthesis(String issueReported, String rootCause, String summary, String resolution) {
    public Synthesis {
        Objects.requireNonNull(issueReported, "issue_reported");
        Objects.requireNonNull(rootCause, "root_cause");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(resolution, "resolution");
    }
}
