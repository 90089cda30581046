package io.github.ticketsummarizer.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LlmClientsTest {
    private final LlmClient offline = request -> {
        throw new AssertionError("not asked in these tests");
    };
    private final LlmClients clients = new LlmClients(offline);

    @Test
    void offlineIsAlwaysThere() throws LlmException {
        assertThat(clients.client("offline")).isSameAs(offline);
        assertThat(clients.client(" OFFLINE ")).isSameAs(offline);
        assertThatCode(() -> LlmClients.check("offline")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "gemini, GEMINI_API_KEY",
        "azure, AZURE_OPENAI_API_KEY",
        "anthropic, ANTHROPIC_API_KEY",
        "openai, OPENAI_BASE_URL and OPENAI_MODEL"
    })
    void aNetworkProviderNamesItsSettingAndTheWayOut(String provider, String settings) {
        LlmException refused = catchThrowableOfType(LlmException.class, () -> clients.client(provider));

        assertThat(refused.failure())
                .isEqualTo(CallFailure.permanent(
                        ErrorType.PROVIDER_NOT_CONFIGURED,
                        "this version has no client for the model provider '%s' yet; setting %s would not change that. "
                                        .formatted(provider, settings)
                                + "Use --model-provider offline, which needs no key."));
        assertThat(refused.retryAfter()).isNull();
    }

    @Test
    void anUnknownProviderListsTheKnownOnes() {
        LlmException refused = catchThrowableOfType(LlmException.class, () -> LlmClients.check("gemeni"));

        assertThat(refused.failure())
                .isEqualTo(CallFailure.permanent(
                        ErrorType.PROVIDER_NOT_CONFIGURED,
                        "unknown model provider 'gemeni'; known: gemini, azure, anthropic, openai, offline. "
                                + "Choose one with --model-provider, for example --model-provider offline."));
    }
}
