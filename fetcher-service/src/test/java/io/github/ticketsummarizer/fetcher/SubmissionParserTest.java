package io.github.ticketsummarizer.fetcher;

import static io.github.ticketsummarizer.model.AnalysisType.DIAGNOSTICS;
import static io.github.ticketsummarizer.model.AnalysisType.POD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.ticketsummarizer.fetcher.SubmissionOutcome.Accepted;
import io.github.ticketsummarizer.fetcher.SubmissionOutcome.Rejected;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.TicketRequest;
import io.github.ticketsummarizer.streams.HeaderText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionParserTest {
    private static final Instant RECORD_TIME = Instant.parse("2026-11-24T10:00:00Z");
    // printf 'ticket-ids\n3\n17' | sha256sum | cut -c1-32
    private static final String DERIVED_ID = "98539bea67acae5bc4a6ac8b1c786d52";
    private static final String WAY_OUT =
            "; send the ticket's id alone, or JSON such as {\"ticket_id\":\"78788\",\"analysis_type\":\"both\"}";

    private final Json json = new Json();
    private final SubmissionParser parser = new SubmissionParser(FetcherSettings.DEFAULT, json);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "78788",
                "78788\n",
                "78788\r\n",
                " \t78788 ",
                "\uFEFF78788",
                "\uFEFF 78788\r\n",
                "78788\0",
                "\"78788\"",
                "\" 78788 \"",
                "{\"ticket_id\":78788}",
                "{\"ticket_id\":\"78788\"}",
                "\uFEFF{\"ticket_id\": \" 78788\\n\", \"colour\": {\"unknown\": []}}\n",
                "{\"ticket_id\":78788,\"serial_no\":null,\"run_id\":\"\",\"analysis_type\":null,"
                        + "\"model_provider\":\" \",\"prompt_versions\":null,\"submitted_at\":\"\"}"
            })
    void anIdInAnyFormTakesTheDefaults(String value) {
        assertThat(parse(value)).isEqualTo(new Accepted(request("78788")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "007", "12345678901234567890"})
    void idsAreTextOfOneToTwentyDigits(String id) {
        assertThat(parse(id)).isEqualTo(new Accepted(request(id)));
    }

    @Test
    void everyFieldIsRead() {
        String value = """
                {"ticket_id": "78788", "serial_no": "A-7", "run_id": "run", "request_id": "run:78788:1",
                 "analysis_type": "Pod", "model_provider": "no-such-provider", "submitted_at": "2026-11-24T10:00:00+05:30",
                 "prompt_versions": {"synthesis": 2, "categorization": 3, "diagnostics": 4, "other": "x"}}
                """;

        assertThat(parse(value))
                .isEqualTo(new Accepted(new TicketRequest(
                        "run:78788:1",
                        "78788",
                        "A-7",
                        "run",
                        POD,
                        "no-such-provider",
                        new PromptVersions(2, 3, 4),
                        Instant.parse("2026-11-24T04:30:00Z"))));
    }

    @Test
    void aVersionThatIsNotGivenTakesTheDefault() {
        TicketRequest request = parse("{\"ticket_id\":1,\"prompt_versions\":{\"diagnostics\":7}}")
                .request();

        assertThat(request.promptVersions()).isEqualTo(new PromptVersions(2, 1, 7));
    }

    @Test
    void aSerialNumberIsAnyText() {
        assertThat(parse("{\"ticket_id\":1,\"serial_no\":12}").request().serialNo())
                .isEqualTo("12");
        assertThat(parse("{\"ticket_id\":1,\"serial_no\":\"a\\u0000\\n\\ud83d\"}")
                        .request()
                        .serialNo())
                .isEqualTo("a\uFFFD\n\uFFFD");
    }

    @Test
    void headersGoBeforeFields() {
        Headers headers = new RecordHeaders();
        HeaderText.add(headers, "request_id", "from-header");
        HeaderText.add(headers, "run_id", "run-of-header");

        TicketRequest bare = parse("78788", headers).request();
        TicketRequest both = parse(
                        "{\"ticket_id\":1,\"request_id\":\"from-field\",\"run_id\":\"run-of-field\"}", headers)
                .request();

        assertThat(Arrays.asList(bare.requestId(), bare.runId())).containsExactly("from-header", "run-of-header");
        assertThat(Arrays.asList(both.requestId(), both.runId())).containsExactly("from-header", "run-of-header");
    }

    @Test
    void headersWithoutTextAreAsAbsent() {
        Headers headers = new RecordHeaders();
        headers.add("request_id", null);
        HeaderText.add(headers, "run_id", " ");

        assertThat(parse("78788", headers)).isEqualTo(new Accepted(request("78788")));
    }

    @Test
    void theDefaultsAreSettings() {
        FetcherSettings settings = new FetcherSettings(
                DIAGNOSTICS,
                "offline",
                new PromptVersions(5, 6, 7),
                FetcherSettings.DEFAULT.acceptedRequestsRetention());
        SubmissionOutcome outcome =
                new SubmissionParser(settings, json).parse(submission("78788".getBytes(StandardCharsets.UTF_8)));

        assertThat(outcome)
                .isEqualTo(new Accepted(new TicketRequest(
                        DERIVED_ID,
                        "78788",
                        null,
                        null,
                        DIAGNOSTICS,
                        "offline",
                        new PromptVersions(5, 6, 7),
                        RECORD_TIME)));
    }

    static Stream<Arguments> rejections() {
        return Stream.of(
                argumentSet("empty", "", "", "the record is empty"),
                argumentSet("blank", " \r\n", "", "the record is empty"),
                argumentSet("mark alone", "\uFEFF", "", "the record is empty"),
                argumentSet("words", "ticket 7", "ticket 7", "'ticket 7' is not a ticket id, which is 1 to 20 digits"),
                argumentSet("two ids", "1\n2", "1\uFFFD2", "'1\uFFFD2' is not a ticket id, which is 1 to 20 digits"),
                argumentSet("sign", "-1", "-1", "'-1' is not a ticket id, which is 1 to 20 digits"),
                argumentSet("fraction", "1.0", "1.0", "'1.0' is not a ticket id, which is 1 to 20 digits"),
                argumentSet("other digits", "٣", "٣", "'٣' is not a ticket id, which is 1 to 20 digits"),
                argumentSet(
                        "too long",
                        "1".repeat(21),
                        "1".repeat(21),
                        "'%s' is not a ticket id, which is 1 to 20 digits".formatted("1".repeat(21))),
                argumentSet(
                        "far too long",
                        "\u202E" + "x".repeat(100),
                        "\uFFFD" + "x".repeat(63),
                        "'\uFFFD%s' is not a ticket id, which is 1 to 20 digits".formatted("x".repeat(63))),
                argumentSet("array", "[1]", "[1]", "'[1]' is not a ticket id, which is 1 to 20 digits"),
                argumentSet("JSON text", "\"a\"", "a", "'a' is not a ticket id, which is 1 to 20 digits"),
                argumentSet("object without id", "{}", "", "ticket_id is missing"),
                argumentSet("null id", "{\"ticket_id\":null}", "", "ticket_id is missing"),
                argumentSet(
                        "id as an object",
                        "{\"ticket_id\":{\"id\":1}}",
                        "{\"id\":1}",
                        "'{\"id\":1}' is not a ticket id, which is 1 to 20 digits"),
                argumentSet(
                        "id as a fraction",
                        "{\"ticket_id\":1.5}",
                        "1.5",
                        "'1.5' is not a ticket id, which is 1 to 20 digits"),
                argumentSet(
                        "cut JSON",
                        "{\"ticket_id\": 7",
                        "{\"ticket_id\": 7",
                        "the value is not valid JSON (at line 1, column 16)"),
                argumentSet(
                        "two objects",
                        "{\"ticket_id\":7}{\"ticket_id\":8}",
                        "{\"ticket_id\":7}{\"ticket_id\":8}",
                        "the value is not valid JSON (at line 1, column 16)"),
                argumentSet(
                        "id twice",
                        "{\"ticket_id\":7,\"ticket_id\":8}",
                        "{\"ticket_id\":7,\"ticket_id\":8}",
                        "the value is not valid JSON (at line 1, column 28)"),
                argumentSet(
                        "analysis type",
                        "{\"ticket_id\":7,\"analysis_type\":\"all\"}",
                        "7",
                        "analysis_type: unknown analysis type 'all'; known: pod, diagnostics, both"),
                argumentSet(
                        "analysis type as a list",
                        "{\"ticket_id\":7,\"analysis_type\":[\"pod\"]}",
                        "7",
                        "analysis_type is not a text"),
                argumentSet(
                        "model provider",
                        "{\"ticket_id\":7,\"model_provider\":{}}",
                        "7",
                        "model_provider is not a text"),
                argumentSet(
                        "prompt versions",
                        "{\"ticket_id\":7,\"prompt_versions\":2}",
                        "7",
                        "prompt_versions is not an object such as {\"synthesis\":1}"),
                argumentSet(
                        "each prompt version",
                        "{\"ticket_id\":7,\"prompt_versions\":{\"synthesis\":0,\"categorization\":\"2\",\"diagnostics\":99999999999}}",
                        "7",
                        "prompt_versions.synthesis is not a whole number from 1; "
                                + "prompt_versions.categorization is not a whole number from 1; "
                                + "prompt_versions.diagnostics is not a whole number from 1"),
                argumentSet(
                        "time",
                        "{\"ticket_id\":7,\"submitted_at\":\"yesterday\"}",
                        "7",
                        "submitted_at is not a time such as 2026-11-24T09:30:00Z"),
                argumentSet(
                        "far time",
                        "{\"ticket_id\":7,\"submitted_at\":\"+99999-01-01T00:00:00Z\"}",
                        "7",
                        "submitted_at is not a time such as 2026-11-24T09:30:00Z"),
                argumentSet(
                        "run id",
                        "{\"ticket_id\":7,\"run_id\":\"a\\nb\"}",
                        "7",
                        "run_id has more than 200 characters, or some that do not print"),
                argumentSet(
                        "request id",
                        "{\"ticket_id\":7,\"request_id\":\"%s\"}".formatted("r".repeat(513)),
                        "7",
                        "request_id has more than 512 characters, or some that do not print"),
                argumentSet(
                        "serial number",
                        "{\"ticket_id\":7,\"serial_no\":\"%s\"}".formatted("s".repeat(201)),
                        "7",
                        "serial_no has more than 200 characters"),
                argumentSet(
                        "all problems at once",
                        "{\"ticket_id\":\"x\",\"analysis_type\":\"y\"}",
                        "x",
                        "'x' is not a ticket id, which is 1 to 20 digits; "
                                + "analysis_type: unknown analysis type 'y'; known: pod, diagnostics, both"));
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void whatCannotBeAcceptedIsAnsweredWithAReasonAndAWayOut(String value, String shownId, String problem) {
        assertThat(parse(value)).isEqualTo(rejected(request(shownId), problem, value));
    }

    @Test
    void aTombstoneIsRejected() {
        assertThat(parser.parse(submission(null))).isEqualTo(rejected(request(""), "the record has no value", null));
    }

    @Test
    void whatAlsoCouldBeReadIsKeptOnARejectedRequest() {
        String value = "{\"ticket_id\":\"x\",\"serial_no\":\"4\",\"run_id\":\"run\",\"request_id\":\"run:x:1\","
                + "\"analysis_type\":\"pod\",\"model_provider\":\"azure\",\"prompt_versions\":{\"synthesis\":2}}";

        assertThat(parse(value).request())
                .isEqualTo(new TicketRequest(
                        "run:x:1", "x", "4", "run", POD, "azure", new PromptVersions(2, 1, 2), RECORD_TIME));
    }

    @Test
    void ofAHugeValueOnlyTheStartIsKept() {
        byte[] junk = new byte[1024 * 1024];
        Arrays.fill(junk, (byte) 0xFF);

        Rejected rejected = (Rejected) parser.parse(submission(junk));

        assertThat(rejected.request().ticketId()).isEqualTo("\uFFFD".repeat(64));
        assertThat(rejected.failure().rawInput()).isEqualTo("\uFFFD".repeat(1365));
        assertThat(rejected.failure().message()).hasSizeLessThan(300);
    }

    @Test
    void theLimitOfTheRawInputSplitsNoCharacter() {
        Rejected rejected = (Rejected) parse("xyz" + "ü".repeat(4000));

        assertThat(rejected.failure().rawInput()).isEqualTo("xyz" + "ü".repeat(2046));
    }

    /** Seeded, so that a failure can be repeated. */
    @Test
    void nothingMakesItThrowOrWriteWhatCannotBeWritten() throws Exception {
        Random random = new Random(7);
        byte[] valid = ("{\"ticket_id\":\"78788\",\"serial_no\":\"\\ud83d\\ude80\",\"request_id\":\"r\",\"run_id\":5,"
                        + "\"analysis_type\":\"pod\",\"prompt_versions\":{\"synthesis\":1},\"submitted_at\":\"2026-11-24T10:00:00Z\"}")
                .getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 3_000; round++) {
            byte[] value = Arrays.copyOf(valid, random.nextInt(valid.length) + 1);
            for (int i = random.nextInt(6); i >= 0; i--) {
                value[random.nextInt(value.length)] = (byte) random.nextInt(256);
            }
            SubmissionOutcome outcome = parser.parse(submission(value));

            assertThat(json.mapper().readValue(json.write(outcome.request()), TicketRequest.class))
                    .isEqualTo(outcome.request());
            if (outcome instanceof Rejected rejected) {
                assertThat(json.mapper().readValue(json.write(rejected.failure()), CallFailure.class))
                        .isEqualTo(rejected.failure());
            }
        }
    }

    private SubmissionOutcome parse(String value) {
        return parse(value, new RecordHeaders());
    }

    private SubmissionOutcome parse(String value, Headers headers) {
        return parser.parse(submission(value.getBytes(StandardCharsets.UTF_8), headers));
    }

    private static Submission submission(byte[] value) {
        return submission(value, new RecordHeaders());
    }

    private static Submission submission(byte[] value, Headers headers) {
        return new Submission("ticket-ids", 3, 17, RECORD_TIME, headers, value);
    }

    private static TicketRequest request(String ticketId) {
        return new TicketRequest(
                DERIVED_ID, ticketId, null, null, AnalysisType.BOTH, "gemini", PromptVersions.DEFAULT, RECORD_TIME);
    }

    private static Rejected rejected(TicketRequest request, String problem, String rawInput) {
        return new Rejected(
                request,
                new CallFailure(
                        ErrorType.INVALID_TICKET_ID,
                        "the submission cannot be accepted: " + problem + WAY_OUT,
                        false,
                        rawInput,
                        null));
    }
}
