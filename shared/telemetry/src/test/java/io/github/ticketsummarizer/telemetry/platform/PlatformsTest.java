package io.github.ticketsummarizer.telemetry.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformsTest {
    private static final String KEY = "key-1234567890";

    @Test
    void nothingIsSentAnywhereWithoutSettings() {
        assertThat(read(Map.of())).isEqualTo(new Platforms(List.of(), List.of()));
    }

    @Test
    void phoenixNeedsItsEndpointAlone() {
        OtlpTarget target =
                only(Map.of("PHOENIX_OTLP_ENDPOINT", "http://localhost:6006")).target();

        assertThat(target.protocol()).isEqualTo(OtlpProtocol.HTTP_PROTOBUF);
        assertThat(target.url()).hasToString("http://localhost:6006/v1/traces");
        assertThat(headers(target)).containsExactly(Map.entry("x-project-name", "ticket-summarizer"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://phoenix:6006,           HTTP_PROTOBUF, http://phoenix:6006/v1/traces",
        "http://phoenix:6006/,          HTTP_PROTOBUF, http://phoenix:6006/v1/traces",
        "http://phoenix:6006/v1/traces, HTTP_PROTOBUF, http://phoenix:6006/v1/traces",
        "https://host/s/space,          HTTP_PROTOBUF, https://host/s/space/v1/traces",
        "http://phoenix:4317,           GRPC,          http://phoenix:4317/",
    })
    void aBaseAddressIsEnoughAndThePortOfGrpcIsKnown(String endpoint, OtlpProtocol protocol, String url) {
        OtlpTarget target = only(Map.of("PHOENIX_OTLP_ENDPOINT", endpoint)).target();

        assertThat(target.protocol()).isEqualTo(protocol);
        assertThat(target.url()).hasToString(url);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "localhost:6006         | is not an address such as http://localhost:6006 or https://host/path",
                "ftp://host             | is not an address such as http://localhost:6006 or https://host/path",
                "http://                | is not an address such as http://localhost:6006 or https://host/path",
                "http://user:pw@h:1     | may not hold a user or a password; credentials have settings of their own",
                "http://h:1?key=1       | may not have anything behind a ? or #",
                "http://h_x:6006        | has no host name of letters, digits, hyphens and dots with a port of digits behind a colon",
                "http://127.0.0.1:99999 | has no port from 1 to 65535",
            })
    void whatIsWrongWithAnAddressIsToldWithoutIt(String endpoint, String problem) {
        Platforms platforms = read(Map.of("PHOENIX_OTLP_ENDPOINT", endpoint));

        assertThat(platforms.platforms()).isEmpty();
        assertThat(platforms.problems()).containsExactly(new SettingProblem("PHOENIX_OTLP_ENDPOINT", problem));
    }

    @Test
    void phoenixAsksForABearerAndTheFirstOfItsTwoNamesWins() {
        OtlpTarget target = only(Map.of(
                        "PHOENIX_OTLP_ENDPOINT", "http://first:6006",
                        "PHOENIX_COLLECTOR_ENDPOINT", "http://second:6006",
                        "PHOENIX_API_KEY", KEY,
                        "PHOENIX_PROJECT_NAME", "support",
                        "PHOENIX_CLIENT_HEADERS", "x-route=a%20b,x-more=1+1"))
                .target();

        assertThat(target.url()).hasHost("first");
        assertThat(headers(target))
                .containsOnly(
                        Map.entry("authorization", "Bearer " + KEY),
                        Map.entry("x-project-name", "support"),
                        Map.entry("x-route", "a b"),
                        Map.entry("x-more", "1+1"));
    }

    @Test
    void langfuseIsAskedWithBothKeysAndIsOnWhenTheyAreSet() {
        OtlpTarget target = only(Map.of(
                        "LANGFUSE_HOST", "http://langfuse:3000",
                        "LANGFUSE_PUBLIC_KEY", "pk-lf-1",
                        "LANGFUSE_SECRET_KEY", "sk-lf-2"))
                .target();

        assertThat(target.url()).hasToString("http://langfuse:3000/api/public/otel/v1/traces");
        // base64 of pk-lf-1:sk-lf-2
        assertThat(headers(target))
                .containsOnly(
                        Map.entry("authorization", "Basic cGstbGYtMTpzay1sZi0y"),
                        Map.entry("x-langfuse-ingestion-version", "4"));
    }

    @Test
    void theCloudsOfPlatformsThatAreNamedAreKnown() {
        Platforms platforms = read(Map.of(
                "TELEMETRY_PLATFORMS", "opik, braintrust,LangSmith ,arize,langfuse",
                "OPIK_API_KEY", KEY,
                "OPIK_WORKSPACE", "acme",
                "BRAINTRUST_API_KEY", KEY,
                "LANGSMITH_API_KEY", KEY,
                "ARIZE_SPACE_ID", "space",
                "ARIZE_API_KEY", KEY,
                "LANGFUSE_PUBLIC_KEY", "pk",
                "LANGFUSE_SECRET_KEY", "sk"));

        assertThat(platforms.problems()).isEmpty();
        assertThat(platforms.platforms())
                .extracting(Platform::name)
                .containsExactly("opik", "braintrust", "langsmith", "arize", "langfuse");
        assertThat(platforms.platforms())
                .extracting(platform -> platform.target().url().toString())
                .containsExactly(
                        "https://www.comet.com/opik/api/v1/private/otel/v1/traces",
                        "https://api.braintrust.dev/otel/v1/traces",
                        "https://api.smith.langchain.com/otel/v1/traces",
                        "https://otlp.arize.com/v1/traces",
                        "https://cloud.langfuse.com/api/public/otel/v1/traces");
        assertThat(platforms.platforms().stream().limit(4).map(Platform::target).map(PlatformsTest::headers))
                .containsExactly(
                        Map.of("authorization", KEY, "Comet-Workspace", "acme", "projectName", "ticket-summarizer"),
                        Map.of("authorization", "Bearer " + KEY, "x-bt-parent", "project_name:ticket-summarizer"),
                        Map.of("x-api-key", KEY, "Langsmith-Project", "ticket-summarizer"),
                        Map.of("authorization", KEY, "arize-space-id", "space", "arize-interface", "otel"));
    }

    @Test
    void serversOfOnesOwnAreKnownByTheUsualVariables() {
        Platforms platforms = read(Map.of(
                "TELEMETRY_PLATFORMS", "opik,braintrust,langsmith,arize",
                "OPIK_URL_OVERRIDE", "http://localhost:5173/api",
                "BRAINTRUST_API_URL", "https://bt.acme.example",
                "BRAINTRUST_API_KEY", KEY,
                "LANGSMITH_ENDPOINT", "https://ls.acme.example/api/v1",
                "LANGSMITH_API_KEY", KEY,
                "ARIZE_COLLECTOR_ENDPOINT", "https://otlp.eu-west-1a.arize.com/v1",
                "TELEMETRY_ARIZE_PROTOCOL", "grpc",
                "ARIZE_SPACE_ID", "space",
                "ARIZE_API_KEY", KEY));

        assertThat(platforms.problems()).isEmpty();
        assertThat(platforms.platforms())
                .extracting(platform -> platform.target().url().toString())
                .containsExactly(
                        "http://localhost:5173/api/v1/private/otel/v1/traces",
                        "https://bt.acme.example/otel/v1/traces",
                        "https://ls.acme.example/api/v1/otel/v1/traces",
                        "https://otlp.eu-west-1a.arize.com/");
    }

    @Test
    void anotherPlatformIsThreeSettings() {
        Platform platform = only(Map.of(
                "TELEMETRY_PLATFORMS", "my-vendor",
                "TELEMETRY_MY_VENDOR_ENDPOINT", "https://traces.example/otlp/spans",
                "TELEMETRY_MY_VENDOR_HEADERS", "Authorization=Bearer%20" + KEY));

        assertThat(platform.name()).isEqualTo("my-vendor");
        assertThat(platform.target().url()).hasToString("https://traces.example/otlp/spans");
        assertThat(headers(platform.target())).containsExactly(Map.entry("Authorization", "Bearer " + KEY));
    }

    @Test
    void aCollectorIsFoundByTheVariablesOfOpenTelemetry() {
        assertThat(only(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318/prefix"))
                        .target()
                        .url())
                .hasToString("http://collector:4318/prefix/v1/traces");
        assertThat(only(Map.of(
                                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318",
                                "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://traces:4318/custom",
                                "OTEL_EXPORTER_OTLP_HEADERS", "a=1",
                                "OTEL_EXPORTER_OTLP_TRACES_HEADERS", "b=2"))
                        .target())
                .satisfies(target -> {
                    assertThat(target.url()).hasToString("http://traces:4318/custom");
                    assertThat(headers(target)).containsExactly(Map.entry("b", "2"));
                });
        assertThat(only(Map.of(
                                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:9999",
                                "OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"))
                        .target()
                        .protocol())
                .isEqualTo(OtlpProtocol.GRPC);
        assertThat(read(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://metrics:4318", "OTEL_TRACES_EXPORTER", "none"))
                        .platforms())
                .isEmpty();
    }

    @Test
    void whatIsNamedIsAllThereIs() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "PHOENIX_OTLP_ENDPOINT", "http://localhost:6006", "OTEL_EXPORTER_OTLP_ENDPOINT", "http://c:4318"));
        assertThat(read(settings).platforms()).extracting(Platform::name).containsExactly("phoenix", "otlp");

        settings.put("TELEMETRY_PLATFORMS", "phoenix");
        assertThat(read(settings).platforms()).extracting(Platform::name).containsExactly("phoenix");

        settings.put("TELEMETRY_PLATFORMS", "none");
        assertThat(read(settings).platforms()).isEmpty();
    }

    @Test
    void aKeyThatLiesAroundSendsNothingToACloud() {
        assertThat(read(Map.of("LANGSMITH_API_KEY", KEY, "BRAINTRUST_API_KEY", KEY, "OPIK_API_KEY", KEY))
                        .platforms())
                .isEmpty();
    }

    @Test
    void whatIsMissingIsToldAllAtOnce() {
        Platforms platforms = read(Map.of(
                "TELEMETRY_PLATFORMS", "phoenix,langfuse,opik,braintrust,langsmith,arize,phoenx",
                "LANGFUSE_PUBLIC_KEY", "pk"));

        assertThat(platforms.platforms()).isEmpty();
        assertThat(platforms.problems())
                .containsExactly(
                        new SettingProblem("PHOENIX_OTLP_ENDPOINT", "not set, and phoenix needs it"),
                        new SettingProblem("LANGFUSE_SECRET_KEY", "not set, and langfuse needs it"),
                        new SettingProblem("OPIK_API_KEY", "not set, and opik needs it"),
                        new SettingProblem("BRAINTRUST_API_KEY", "not set, and braintrust needs it"),
                        new SettingProblem("LANGSMITH_API_KEY", "not set, and langsmith needs it"),
                        new SettingProblem("ARIZE_SPACE_ID", "not set, and arize needs it"),
                        new SettingProblem("ARIZE_API_KEY", "not set, and arize needs it"),
                        new SettingProblem(
                                "TELEMETRY_PLATFORMS",
                                "'phoenx' is none of phoenix, langfuse, opik, braintrust, langsmith, arize, otlp; for"
                                        + " another platform set TELEMETRY_PHOENX_ENDPOINT"));
    }

    @ParameterizedTest
    @CsvSource({
        "PHOENIX_OTLP_ENDPOINT, localhost:6006",
        "PHOENIX_OTLP_ENDPOINT, ftp://localhost",
        "PHOENIX_OTLP_ENDPOINT, http://user:key-1234567890@localhost",
        "PHOENIX_OTLP_ENDPOINT, http://localhost/?key=key-1234567890",
        "PHOENIX_CLIENT_HEADERS, key-1234567890",
        "PHOENIX_CLIENT_HEADERS, 'x=1,key-1234567890'",
        "PHOENIX_API_KEY, key-1234567890é",
        "TELEMETRY_PHOENIX_PROTOCOL, http/json",
    })
    void aWrongValueIsAProblemThatDoesNotRepeatASecret(String setting, String value) {
        Map<String, String> settings = new HashMap<>(Map.of("PHOENIX_OTLP_ENDPOINT", "http://localhost:6006"));
        settings.put(setting, value);

        assertThat(read(settings).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.setting()).isEqualTo(setting);
            assertThat(problem.text()).doesNotContain(KEY);
        });
    }

    @Test
    void noSecretIsInTheTextOfAPlatform() {
        Platforms platforms = read(Map.of(
                "TELEMETRY_PLATFORMS", "phoenix,langfuse,opik,braintrust,langsmith,arize,otlp,other",
                "PHOENIX_OTLP_ENDPOINT", "http://localhost:6006",
                "PHOENIX_API_KEY", KEY,
                "LANGFUSE_PUBLIC_KEY", "pk",
                "LANGFUSE_SECRET_KEY", KEY,
                "OPIK_API_KEY", KEY,
                "BRAINTRUST_API_KEY", KEY,
                "LANGSMITH_API_KEY", KEY,
                "ARIZE_API_KEY", KEY));

        assertThat(platforms.platforms()).hasSize(6);
        assertThat(platforms.platforms().toString()).doesNotContain(KEY);
        assertThat(platforms.platforms().stream().map(Platform::target).toList().toString())
                .doesNotContain(KEY);
    }

    private static Platform only(Map<String, String> settings) {
        Platforms platforms = read(settings);
        assertThat(platforms.problems()).isEmpty();
        assertThat(platforms.platforms()).hasSize(1);
        return platforms.platforms().getFirst();
    }

    private static Platforms read(Map<String, String> settings) {
        return Platforms.read(settings::get);
    }

    private static Map<String, String> headers(OtlpTarget target) {
        Map<String, String> headers = new TreeMap<>();
        target.headers().forEach((name, value) -> headers.put(name, value.value()));
        return headers;
    }
}
