package io.github.ticketsummarizer.fetcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.CleanText;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.streams.HeaderText;
import io.github.ticketsummarizer.telemetry.HeaderNames;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one submission. A wrong one is noted and answered with what applies without it, so that all problems
 * are told at once and even a rejected submission has a request. Absent, null and blank are the same.
 */
final class SubmissionFields {
    static final String TICKET_ID = "ticket_id";

    /** The longest text that stands for an id which is none, and the longest that a message quotes. */
    static final int SHOWN_CHARACTERS = 64;

    // Long enough for RUN_ID:TICKET_ID:ATTEMPT, and short enough for a header and a key of a store.
    private static final int REQUEST_ID_CHARACTERS = 512;
    // The longest session id that the tracing platforms take, and ample for the others.
    private static final int TEXT_CHARACTERS = 200;
    private static final Pattern TICKET_ID_FORM = Pattern.compile("[0-9]{1,20}");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final ObjectNode fields;
    private final Headers headers;
    private final List<String> problems = new ArrayList<>();

    SubmissionFields(ObjectNode fields, Headers headers) {
        this.fields = fields;
        this.headers = headers;
    }

    /** What is wrong with the fields read so far; null when nothing is. */
    @Nullable
    String problem() {
        return problems.isEmpty() ? null : String.join("; ", problems);
    }

    /** The id, or what stands in its place, cut and made printable. */
    String ticketId() {
        JsonNode value = fields.path(TICKET_ID);
        String text = (value.isContainerNode() ? value.toString() : value.asText("")).strip();
        if (text.isEmpty()) {
            problems.add("ticket_id is missing");
            return "";
        }
        if (TICKET_ID_FORM.matcher(text).matches()) {
            return text;
        }
        String shown = ForeignText.printable(text, SHOWN_CHARACTERS);
        problems.add("'%s' is not a ticket id, which is 1 to 20 digits".formatted(shown));
        return shown;
    }

    @Nullable
    String requestId() {
        return header(HeaderNames.REQUEST_ID, REQUEST_ID_CHARACTERS);
    }

    @Nullable
    String runId() {
        return header(HeaderNames.RUN_ID, TEXT_CHARACTERS);
    }

    /** The user's own mark of the ticket: any text, since it is only handed back. */
    @Nullable
    String serialNo() {
        String text = rawText("serial_no");
        if (text == null || text.length() <= TEXT_CHARACTERS) {
            return text == null ? null : CleanText.of(text);
        }
        problems.add("serial_no has more than %d characters".formatted(TEXT_CHARACTERS));
        return null;
    }

    AnalysisType analysisType(AnalysisType defaultType) {
        String name = text("analysis_type", SHOWN_CHARACTERS);
        if (name == null) {
            return defaultType;
        }
        try {
            return AnalysisType.fromName(name);
        } catch (IllegalArgumentException unknown) {
            problems.add("analysis_type: " + unknown.getMessage());
            return defaultType;
        }
    }

    /** Whether a provider has that name is for the stages that call it to say. */
    String modelProvider(String defaultProvider) {
        String name = text("model_provider", TEXT_CHARACTERS);
        return name == null ? defaultProvider : name;
    }

    PromptVersions promptVersions(PromptVersions defaults) {
        JsonNode versions = fields.path("prompt_versions");
        if (isAbsent(versions)) {
            return defaults;
        }
        if (!versions.isObject()) {
            problems.add("prompt_versions is not an object such as {\"synthesis\":1}");
            return defaults;
        }
        return new PromptVersions(
                promptVersion(versions, "synthesis", defaults.synthesis()),
                promptVersion(versions, "categorization", defaults.categorization()),
                promptVersion(versions, "diagnostics", defaults.diagnostics()),
                isAbsent(versions.path("condensation")) ? null : promptVersion(versions, "condensation", 1));
    }

    Instant submittedAt(Instant recordTimestamp) {
        String text = text("submitted_at", SHOWN_CHARACTERS);
        if (text == null) {
            return recordTimestamp;
        }
        try {
            Instant submittedAt = OffsetDateTime.parse(text).toInstant();
            if (!submittedAt.isBefore(Instant.EPOCH) && submittedAt.isBefore(LATEST)) {
                return submittedAt;
            }
        } catch (DateTimeException notATime) {
            // Told below, as a time that no submission can have is.
        }
        problems.add("submitted_at is not a time such as 2026-11-24T09:30:00Z");
        return recordTimestamp;
    }

    private int promptVersion(JsonNode versions, String task, int defaultVersion) {
        JsonNode version = versions.path(task);
        if (isAbsent(version)) {
            return defaultVersion;
        }
        if (version.isIntegralNumber() && version.canConvertToInt() && version.intValue() > 0) {
            return version.intValue();
        }
        problems.add("prompt_versions.%s is not a whole number from 1".formatted(task));
        return defaultVersion;
    }

    /** The header of that name, else the field. */
    private @Nullable String header(String name, int maxCharacters) {
        String value = HeaderText.of(headers, name);
        return value == null || value.isBlank() ? text(name, maxCharacters) : printable(name, value, maxCharacters);
    }

    private @Nullable String text(String name, int maxCharacters) {
        String text = rawText(name);
        return text == null ? null : printable(name, text, maxCharacters);
    }

    private @Nullable String rawText(String name) {
        JsonNode value = fields.path(name);
        if (isAbsent(value)) {
            return null;
        }
        if (!value.isTextual() && !value.isNumber()) {
            problems.add("%s is not a text".formatted(name));
            return null;
        }
        return value.asText();
    }

    private @Nullable String printable(String name, String value, int maxCharacters) {
        String text = value.strip();
        if (ForeignText.printable(text, maxCharacters).equals(text)) {
            return text;
        }
        problems.add("%s has more than %d characters, or some that do not print".formatted(name, maxCharacters));
        return null;
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.asText().isBlank());
    }
}
