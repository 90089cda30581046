package io.github.ticketsummarizer.fakes.llm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FakeLlmTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SCHEMA = """
        {"type": "object", "additionalProperties": false,
         "required": ["evidence", "root_cause", "pod", "fix_assessment", "fix_gap_area"],
         "properties": {
           "evidence": {"type": "array", "items": {"type": "object", "additionalProperties": false,
             "required": ["comment_number", "quote"],
             "properties": {"comment_number": {"type": "integer"}, "quote": {"type": "string"}}}},
           "root_cause": {"type": "string"},
           "pod": {"type": "string", "enum": ["Billing", "Segments", "other"]},
           "fix_assessment": {"type": "string", "enum": ["no"]},
           "fix_gap_area": {"type": ["string", "null"], "enum": ["other", "selector_work", null]}}}
        """;
    private static final String SYSTEM = "Billing: invoices, payments. Segments: campaigns shown to visitors by rules.";
    private static final String TICKET = """
        [comment 1 of 2 | public | Ada]
        Our campaigns are not shown to visitors any longer.
        [end comment 1]
        [comment 2 of 2 | public | Ben]
        It failed because the rules name a segment that is gone. We fixed the rules together.
        [end comment 2]
        """;

    private final FakeLlm fake = new FakeLlm(Duration.ZERO);
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws IOException {
        fake.start(0);
    }

    @AfterEach
    void stop() {
        client.close();
        fake.close();
    }

    @Test
    void anAnswerIsMadeOfTheTicketAndFitsTheSchema() throws Exception {
        JsonNode answer = JSON.readTree(JSON.readTree(ask(request(SCHEMA)).body())
                .at("/choices/0/message/content")
                .asText());

        assertThat(answer).isEqualTo(JSON.readTree("""
            {"evidence": [
               {"comment_number": 1, "quote": "Our campaigns are not shown to visitors any longer."},
               {"comment_number": 2,
                "quote": "It failed because the rules name a segment that is gone."}],
             "root_cause": "It failed because the rules name a segment that is gone.",
             "pod": "Segments",
             "fix_assessment": "no",
             "fix_gap_area": "selector_work"}
            """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"model\"'         | '\"seed\": 7, \"model\"'              | unknown fields: [seed]",
                "'\"strict\": true'  | '\"strict\": false'                   | response_format must be a strict"
                        + " json_schema",
                "'\"max_tokens\": 9' | '\"max_tokens\": 9, \"max_completion_tokens\": 9' | the output must be limited",
                "'\"role\": \"user\"' | '\"role\": \"assistant\"'            | turn 1 is of the role 'assistant'",
                "', \"fix_gap_area\"]' | ']'                                 | required must list every property",
                "'{\"type\": \"integer\"}' | '{\"type\": \"integer\", \"minimum\": 1}' | [minimum] is not permitted",
            })
    void whatARealOneWouldRefuseIsRefused(String right, String wrong, String mistake) throws Exception {
        String request = request(SCHEMA);
        assertThat(request).contains(right);

        HttpResponse<String> answer = ask(request.replace(right, wrong));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).at("/error/message").asText()).contains(mistake);
    }

    @Test
    void faultsComeInTheirOrderAndThenAllGoesWell() throws Exception {
        fake.misbehave(LlmFault.OVERLOADED, LlmFault.RATE_LIMITED);

        assertThat(ask(request(SCHEMA)).statusCode()).isEqualTo(503);
        HttpResponse<String> limited = ask(request(SCHEMA));
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).contains("2");
        assertThat(ask(request(SCHEMA)).statusCode()).isEqualTo(200);
        assertThat(fake.log().count("openai")).isEqualTo(3);
    }

    private HttpResponse<String> ask(String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(fake.url() + "/v1/chat/completions"))
                .header("Authorization", "Bearer " + FakeLlm.KEY)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String request(String schema) throws IOException {
        return """
            {"model": "gpt-4.1-mini", "max_tokens": 9,
             "messages": [{"role": "system", "content": %s}, {"role": "user", "content": %s}],
             "response_format": {"type": "json_schema",
               "json_schema": {"name": "ticket", "strict": true, "schema": %s}}}
            """.formatted(
                        JSON.writeValueAsString(SYSTEM), JSON.writeValueAsString(TICKET), schema.replace("\n", ""));
    }
}
