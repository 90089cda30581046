package io.github.ticketsummarizer.llm.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.model.ErrorType;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallFailuresTest {
    private static final Instant NOW = Instant.parse("2026-11-27T20:30:15Z");
    private static final ProviderAccount ACCOUNT = new ProviderAccount(
            LlmProvider.GEMINI,
            URI.create("https://api.example"),
            "secret-key",
            "model-1",
            Duration.ofSeconds(100),
            8192,
            100_000,
            null);
    private static final String SAID = "gemini model-1 at https://api.example answered HTTP ";

    private final CallFailures failures = new CallFailures(ACCOUNT, Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({
        "302, LLM_BAD_REQUEST, false",
        "400, LLM_BAD_REQUEST, false",
        "401, LLM_AUTH, false",
        "402, LLM_QUOTA_EXHAUSTED, false",
        "403, LLM_AUTH, false",
        "404, LLM_BAD_REQUEST, false",
        "408, LLM_TIMEOUT, true",
        "409, LLM_UNAVAILABLE, true",
        "413, LLM_BAD_REQUEST, false",
        "422, LLM_BAD_REQUEST, false",
        "425, LLM_UNAVAILABLE, true",
        "429, LLM_RATE_LIMITED, true",
        "500, LLM_UNAVAILABLE, true",
        "501, LLM_UNAVAILABLE, false",
        "502, LLM_UNAVAILABLE, true",
        "503, LLM_UNAVAILABLE, true",
        "504, LLM_TIMEOUT, true",
        "529, LLM_UNAVAILABLE, true"
    })
    void theStatusSaysWhatItIsAndWhetherToTryAgain(int status, ErrorType type, boolean retryable) {
        LlmException failed = failures.of(response(status, Map.of(), "<html>busy</html>"));

        assertThat(failed.failure().errorType()).isEqualTo(type);
        assertThat(failed.failure().retryable()).isEqualTo(retryable);
        assertThat(failed.retryAfter()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {'error':{'code':'content_filter','type':null}}                           | LLM_BLOCKED",
                "400 | {'error':{'innererror':{'code':'ResponsibleAIPolicyViolation'}}}          | LLM_BLOCKED",
                "400 | {'error':{'status':'INVALID_ARGUMENT','details':[{'reason':'API_KEY_INVALID'}]}} | LLM_AUTH",
                "429 | {'error':{'code':'insufficient_quota','type':'insufficient_quota'}}       | LLM_QUOTA_EXHAUSTED",
                "429 | {'type':'error','error':{'type':'rate_limit_error','details':{'error_code':'enforced_spend_limit_reached'}}}"
                        + " | LLM_QUOTA_EXHAUSTED",
                "429 | {'type':'error','error':{'type':'rate_limit_error','details':{'error_code':'ramp_limit_exceeded'}}}"
                        + " | LLM_RATE_LIMITED",
                "400 | {'error':{'code':400,'message':'content_filter'}}                         | LLM_BAD_REQUEST",
            })
    void theApisOwnCodesAreTheExceptions(int status, String body, ErrorType type) {
        LlmException failed = failures.of(response(status, Map.of(), body.replace('\'', '"')));

        assertThat(failed.failure().errorType()).isEqualTo(type);
        assertThat(failed.failure().retryable()).isEqualTo(type == ErrorType.LLM_RATE_LIMITED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Retry-After    | 7                             | PT7S",
                "retry-after    | 0.5                           | PT0.5S",
                "Retry-After-Ms | 1500                          | PT1.5S",
                "retry-after    | Fri, 27 Nov 2026 20:31:00 GMT | PT45S",
                "retry-after    | Fri, 27 Nov 2026 20:00:00 GMT | PT0S",
                "retry-after    | soon                          | ",
            })
    void theWaitIsReadInEachOfItsForms(String header, String value, @Nullable Duration wait) {
        LlmException failed = failures.of(response(429, Map.of(header, List.of(value)), "{}"));

        assertThat(failed.retryAfter()).isEqualTo(wait);
    }

    @Test
    void aDateCountsFromTheServersClock() {
        LlmException failed = failures.of(response(
                503,
                Map.of(
                        "date", List.of("Fri, 27 Nov 2026 10:00:00 GMT"),
                        "retry-after", List.of("Fri, 27 Nov 2026 10:00:20 GMT")),
                ""));

        assertThat(failed.retryAfter()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void googleSaysInTheBodyHowLongToWait() {
        LlmException failed = failures.of(response(429, Map.of(), googles("GenerateRequestsPerMinutePerProject")));

        assertThat(failed.failure().errorType()).isEqualTo(ErrorType.LLM_RATE_LIMITED);
        assertThat(failed.retryAfter()).isEqualTo(Duration.ofMillis(34_070));
    }

    @Test
    void aDailyQuotaStopsAtOnceAndSaysWhenItBeginsAnew() {
        LlmException failed = failures.of(response(429, Map.of(), googles("GenerateRequestsPerDayPerProject")));

        assertThat(failed.failure().errorType()).isEqualTo(ErrorType.LLM_QUOTA_EXHAUSTED);
        assertThat(failed.failure().retryable()).isFalse();
        assertThat(failed.retryAfter()).isEqualTo(Duration.between(NOW, Instant.parse("2026-11-28T08:00:00Z")));
        assertThat(failed)
                .hasMessage(SAID
                        + "429 GenerateRequestsPerDayPerProject RESOURCE_EXHAUSTED: the quota is used up; raise it, or ask"
                        + " again after 2026-11-28T08:00:00Z");
    }

    @Test
    void aWaitOfHoursIsAQuotaToo() {
        LlmException failed = failures.of(response(429, Map.of("Retry-After", List.of("7200")), "{}"));

        assertThat(failed.failure().errorType()).isEqualTo(ErrorType.LLM_QUOTA_EXHAUSTED);
        assertThat(failed).hasMessageEndingWith("after 2026-11-27T22:30:00Z");
    }

    @Test
    void aMessageHasTheCodesAndTheRequestButNothingOfThePrompt() {
        LlmException failed = failures.of(response(400, Map.of("x-request-id", List.of("req-17")), """
                {"error": {"code": "invalid_value", "type": "the customer Ada wrote", "message": "the customer Ada wrote"}}
                """));

        assertThat(failed)
                .hasMessage(SAID + "400 invalid_value (request req-17): the model does not take this request");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'error':{'message':'m','type':'insufficient_quota','param':null,'code':'insufficient_quota'}}"
                        + " | insufficient_quota",
                "{'message':'m','type':'invalid_request_error','param':'messages','code':'context_length_exceeded'}"
                        + " | context_length_exceeded invalid_request_error",
                "{'error':{'code':'content_filter','status':400,'innererror':{'code':'ResponsibleAIPolicyViolation'}}}"
                        + " | ResponsibleAIPolicyViolation content_filter",
                "{'error':{'code':'429','message':'m'}} | ``",
                "{'type':'error','error':{'type':'overloaded_error','message':'m'},'request_id':'req_1'} | overloaded_error",
                "[{'error':{'code':400,'status':'INVALID_ARGUMENT','details':[{'@type':'t','reason':'API_KEY_INVALID'}]}}]"
                        + " | API_KEY_INVALID INVALID_ARGUMENT",
                "{'object':'error','message':'m','type':'BadRequestError','code':400} | BadRequestError",
                "{'type':'karen.aldous','error':{'code':'karen','type':'4111111111111111','status':'ghp_a1b2'}} | ``",
                "{'error':{'message':{'code':'my_secret_word'},'input':[{'type':'hun_ter'}]},'code':'of_the_prompt'} | ``"
            })
    void onlyCodesFromTheirPlacesInTheApisBodiesAreTold(String body, String codes) {
        ErrorResponse response = response(400, Map.of(), body.replace('\'', '"'));

        assertThat(String.join(" ", response.codes())).isEqualTo(codes);
    }

    @Test
    void aBrokenConnectionMayPass() throws InterruptedException {
        LlmException refused = failures.of(new ConnectException("Connection refused"));
        LlmException late = failures.of(new SocketTimeoutException("timeout"));

        assertThat(refused.failure().retryable()).isTrue();
        assertThat(refused)
                .hasMessage("gemini model-1 at https://api.example could not be reached (ConnectException): check the"
                        + " network, the address and the proxy");
        assertThat(late.failure().errorType()).isEqualTo(ErrorType.LLM_TIMEOUT);
        assertThat(late)
                .hasMessage("gemini model-1 at https://api.example did not answer within 100 s: the setting is"
                        + " GEMINI_CALL_TIMEOUT");
    }

    @Test
    void anInterruptIsNoFailureOfTheProvider() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> failures.of(new IOException("Closed by interrupt")))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    private static ErrorResponse response(int status, Map<String, List<String>> headers, String body) {
        return ErrorResponse.of(status, headers, body);
    }

    private static String googles(String quotaId) {
        return """
                {"error": {"code": 429, "message": "You exceeded your quota", "status": "RESOURCE_EXHAUSTED", "details": [
                  {"@type": "type.googleapis.com/google.rpc.QuotaFailure", "violations": [{"quotaId": "%s"}]},
                  {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "34.07s"}]}}
                """.formatted(quotaId);
    }
}
