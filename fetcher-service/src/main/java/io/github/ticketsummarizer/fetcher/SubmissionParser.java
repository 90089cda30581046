package io.github.ticketsummarizer.fetcher;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.TicketRequest;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people and programs write to {@code ticket-ids}: a bare id, or a JSON object. Whatever else lies there is
 * rejected with what is wrong and what would be right; nothing is skipped, and nothing that comes in makes it throw.
 */
final class SubmissionParser {
    /** How much of a rejected value is kept, in bytes of UTF-8. */
    static final int RAW_INPUT_MAX_BYTES = 4096;

    private static final byte[] UTF_8_BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final String WAY_OUT =
            "send the ticket's id alone, or JSON such as {\"ticket_id\":\"78788\",\"analysis_type\":\"both\"}";

    private final FetcherSettings settings;
    private final ObjectReader reader;

    SubmissionParser(FetcherSettings settings, Json json) {
        this.settings = settings;
        this.reader = json.mapper()
                .readerFor(JsonNode.class)
                .with(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    }

    SubmissionOutcome parse(Submission submission) {
        byte[] value = submission.value();
        Content content = read(value);
        SubmissionFields fields = new SubmissionFields(content.fields(), submission.headers());
        TicketRequest request = request(submission, fields);
        String problem = content.problem() == null ? fields.problem() : content.problem();
        if (problem == null) {
            return new SubmissionOutcome.Accepted(request);
        }
        String rawInput = value == null ? null : ForeignText.decode(value, RAW_INPUT_MAX_BYTES);
        String message = "the submission cannot be accepted: %s; %s".formatted(problem, WAY_OUT);
        return new SubmissionOutcome.Rejected(
                request, new CallFailure(ErrorType.INVALID_TICKET_ID, message, false, rawInput, null));
    }

    private TicketRequest request(Submission submission, SubmissionFields fields) {
        String requestId = fields.requestId();
        return new TicketRequest(
                requestId == null ? submission.derivedRequestId() : requestId,
                fields.ticketId(),
                fields.serialNo(),
                fields.runId(),
                fields.analysisType(settings.defaultAnalysisType()),
                fields.modelProvider(settings.defaultModelProvider()),
                fields.promptVersions(settings.defaultPromptVersions()),
                fields.submittedAt(submission.timestamp()));
    }

    /** Brings every form that a submission may have to the one of a JSON object. */
    private Content read(byte @Nullable [] value) {
        if (value == null) {
            return Content.unreadable("", "the record has no value");
        }
        byte[] text = strip(value);
        if (text.length == 0) {
            return Content.unreadable("", "the record is empty");
        }
        return text[0] == '{' || text[0] == '"' ? readJson(text) : Content.bareId(decode(text));
    }

    private Content readJson(byte[] text) {
        try {
            JsonNode json = reader.readValue(text);
            return json instanceof ObjectNode object ? new Content(object, null) : Content.bareId(json.asText());
        } catch (JsonProcessingException e) {
            return Content.unreadable(decode(text), "the value is not valid JSON" + position(e.getLocation()));
        } catch (IOException e) {
            return Content.unreadable(decode(text), "the value is not valid JSON");
        }
    }

    private static String position(@Nullable JsonLocation location) {
        return location == null
                ? ""
                : " (at line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String decode(byte[] text) {
        return ForeignText.decode(text, RAW_INPUT_MAX_BYTES);
    }

    /** Without a byte order mark in front, and without white space and control characters around. */
    private static byte[] strip(byte[] value) {
        boolean hasMark = value.length >= UTF_8_BOM.length
                && Arrays.equals(value, 0, UTF_8_BOM.length, UTF_8_BOM, 0, UTF_8_BOM.length);
        int from = hasMark ? UTF_8_BOM.length : 0;
        int to = value.length;
        while (from < to && isSpace(value[from])) {
            from++;
        }
        while (from < to && isSpace(value[to - 1])) {
            to--;
        }
        return Arrays.copyOfRange(value, from, to);
    }

    private static boolean isSpace(byte character) {
        return character >= 0 && character <= ' ';
    }

    /** @param problem null when it could be read */
    private record Content(ObjectNode fields, @Nullable String problem) {
        static Content bareId(String text) {
            return new Content(JsonNodeFactory.instance.objectNode().put(SubmissionFields.TICKET_ID, text), null);
        }

        /** @param text shown in place of the id */
        static Content unreadable(String text, String problem) {
            return new Content(bareId(text).fields(), problem);
        }
    }
}
