package io.github.ticketsummarizer.llm.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.SettingsException;
import io.github.ticketsummarizer.telemetry.attribute.GenAi;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatModelsTest {
    private static final Map<String, String> AZURE = Map.of(
            "AZURE_OPENAI_ENDPOINT", "https://contoso.openai.azure.com/",
            "AZURE_OPENAI_API_KEY", "secret-key",
            "AZURE_OPENAI_DEPLOYMENT_NAME", "prod-1");

    @ParameterizedTest
    @CsvSource({
        "GEMINI, GEMINI_API_KEY",
        "AZURE, AZURE_OPENAI_ENDPOINT and AZURE_OPENAI_API_KEY and AZURE_OPENAI_DEPLOYMENT_NAME",
        "ANTHROPIC, ANTHROPIC_API_KEY",
        "OPENAI, OPENAI_MODEL and OPENAI_API_KEY"
    })
    void aProviderWithoutSettingsSaysWhichToSet(LlmProvider provider, String settings) {
        ChatModels models = new ChatModels(new Settings(Map.of()));

        LlmException refused = catchThrowableOfType(LlmException.class, () -> models.model(provider));

        assertThat(refused.failure().errorType()).isEqualTo(ErrorType.PROVIDER_NOT_CONFIGURED);
        assertThat(refused)
                .hasMessage("the model provider '%s' is not configured: set %s, or use --model-provider offline, which"
                                .formatted(provider.wireName(), settings)
                        + " needs no key");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OFFLINE")
    void aProviderHasOneNameOnSpansAndMetrics(LlmProvider provider) {
        assertThat(provider.definition().names().genAiProvider()).isEqualTo(GenAi.providerName(provider.wireName()));
    }

    @Test
    void anAccountIsWhatTheSettingsSay() throws LlmException {
        Settings settings = new Settings(Map.of(
                "GEMINI_API_KEY", "secret-key",
                "GEMINI_MODEL", "gemini-3.5-flash",
                "GEMINI_BASE_URL", "https://gateway.example/gemini/",
                "GEMINI_CALL_TIMEOUT", "30s",
                "GEMINI_MAX_OUTPUT_TOKENS", "4096",
                "GEMINI_TEMPERATURE", "0.2"));

        ProviderAccount account = new ChatModels(settings).account(LlmProvider.GEMINI);

        assertThat(account)
                .isEqualTo(new ProviderAccount(
                        LlmProvider.GEMINI,
                        URI.create("https://gateway.example/gemini"),
                        "secret-key",
                        "gemini-3.5-flash",
                        Duration.ofSeconds(30),
                        4096,
                        200_000,
                        0.2));
        assertThat(account).hasToString("gemini gemini-3.5-flash at https://gateway.example/gemini");
    }

    @Test
    void aServerOfOnesOwnNeedsNoKey() throws LlmException {
        Settings settings =
                new Settings(Map.of("OPENAI_BASE_URL", "http://localhost:11434/v1", "OPENAI_MODEL", "llama3.1:8b"));

        assertThat(new ChatModels(settings).account(LlmProvider.OPENAI).apiKey())
                .isNull();
        assertThatCode(settings::requireValid).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "https://contoso.openai.azure.com, , https://contoso.openai.azure.com/openai/v1",
        "https://contoso.openai.azure.com/openai/v1/, v1, https://contoso.openai.azure.com/openai/v1",
        "https://contoso.openai.azure.com/openai, 2024-10-21, https://contoso.openai.azure.com",
        "https://gateway.example/azure, 2025-04-01-preview, https://gateway.example/azure"
    })
    void azureIsFoundWhicheverOfItsAddressesIsSet(String endpoint, String version, URI baseUrl) throws LlmException {
        Settings settings = new Settings(Map.of(
                "AZURE_OPENAI_ENDPOINT",
                endpoint,
                "AZURE_OPENAI_API_VERSION",
                version == null ? "" : version,
                "AZURE_OPENAI_API_KEY",
                "secret-key",
                "AZURE_OPENAI_DEPLOYMENT_NAME",
                "prod-1"));

        assertThat(new ChatModels(settings).account(LlmProvider.AZURE).baseUrl())
                .isEqualTo(baseUrl);
        assertThatCode(settings::requireValid).doesNotThrowAnyException();
    }

    @Test
    void allProblemsAreToldAtOnce() {
        Settings settings = new Settings(Map.of(
                "GEMINI_BASE_URL", "ftp://example.com",
                "AZURE_OPENAI_API_VERSION", "latest",
                "ANTHROPIC_BASE_URL", "http://gateway.example",
                "ANTHROPIC_TEMPERATURE", "0",
                "OPENAI_BASE_URL", "localhost:11434",
                "OPENAI_MAX_OUTPUT_TOKENS", "many",
                "OPENAI_OUTPUT_LIMIT_FIELD", "limit",
                "OPENAI_TEMPERATURE", "3"));

        new ChatModels(settings);

        assertThatThrownBy(settings::requireValid)
                .isInstanceOf(SettingsException.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "GEMINI_BASE_URL: 'ftp://example.com' is neither https nor http",
                        "AZURE_OPENAI_API_VERSION: 'latest' is neither v1 nor a date such as 2024-10-21",
                        "ANTHROPIC_BASE_URL: 'http://gateway.example' would send the key and the tickets unencrypted; use"
                                + " https, or set LLM_ALLOW_PLAIN_HTTP=true where the network can be trusted",
                        "ANTHROPIC_TEMPERATURE: Anthropic's API takes no temperature since 2026-10-21; leave it out",
                        "OPENAI_BASE_URL: 'localhost:11434' is not an address of the form https://host/path",
                        "OPENAI_OUTPUT_LIMIT_FIELD: unknown name 'limit'; known: max_tokens, max_completion_tokens",
                        "OPENAI_MAX_OUTPUT_TOKENS: 'many' is not a whole number from 256 to 1000000",
                        "OPENAI_TEMPERATURE: '3' is not a number from 0 to 2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1/v1", "http://127.0.0.1:1/v1", "http://[::1]:1/v1", "https://x.example"})
    void plainHttpIsTakenOnThisMachine(String url) {
        Settings settings = new Settings(Map.of("OPENAI_BASE_URL", url));

        new ChatModels(settings);

        assertThatCode(settings::requireValid).doesNotThrowAnyException();
    }

    @Test
    void plainHttpIsTakenWhereASettingSaysSo() {
        Settings settings =
                new Settings(Map.of("OPENAI_BASE_URL", "http://ollama:11434/v1", "LLM_ALLOW_PLAIN_HTTP", "true"));

        new ChatModels(settings);

        assertThatCode(settings::requireValid).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "http://user:hunter2x@localhost/v1, http://…@localhost/v1",
        "https://user:hun/ter?2x@h.example/v1, https://…@h.example/v1",
        "https://h.example/v1?key=hunter2x, https://h.example/v1?…",
        "user:hunter2x@h.example, …@h.example"
    })
    void noSecretOfAnAddressIsTold(String url, String told) {
        Settings settings = new Settings(Map.of("OPENAI_BASE_URL", url));

        new ChatModels(settings);

        assertThatThrownBy(settings::requireValid)
                .hasMessageContaining("'%s' is ".formatted(told))
                .hasMessageNotContaining("ter");
    }

    @Test
    void allStagesShareOneConnection() throws LlmException {
        ChatModels models = new ChatModels(new Settings(AZURE));

        assertThat(models.model(LlmProvider.AZURE)).isSameAs(models.model(LlmProvider.AZURE));
    }
}
