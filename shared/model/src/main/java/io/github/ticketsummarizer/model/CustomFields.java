package io.github.ticketsummarizer.model;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The custom fields that the analyses read, normalised.
 *
 * @param wasDiagnosticsUsed {@code Yes}, {@code No}, {@code Not Applicable}, or {@code unknown} when the field is absent
 * @param supportRootCause the agent's own root cause, {@code Not provided} when empty
 * @param raw values that had no normal form, as Zendesk gave them, by the name of the field here
 */
public record CustomFields(
        String wasDiagnosticsUsed,
        Escalation escalation,
        String supportRootCause,
        @Nullable Map<String, String> raw) {
    /** A ticket on which none of the fields is set. */
    public static final CustomFields NONE = new CustomFields("unknown", Escalation.NONE, "Not provided", Map.of());

    public CustomFields {
        Objects.requireNonNull(wasDiagnosticsUsed, "was_diagnostics_used");
        Objects.requireNonNull(escalation, "escalation");
        Objects.requireNonNull(supportRootCause, "support_root_cause");
        raw = raw == null ? Map.of() : Map.copyOf(raw);
    }
}
