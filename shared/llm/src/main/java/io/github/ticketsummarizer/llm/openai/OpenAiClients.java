package io.github.ticketsummarizer.llm.openai;

import com.openai.azure.AzureOpenAIServiceVersion;
import com.openai.azure.AzureUrlPathMode;
import com.openai.azure.credential.AzureApiKeyCredential;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.LogLevel;
import com.openai.core.Timeout;
import io.github.ticketsummarizer.llm.provider.HttpConnections;
import io.github.ticketsummarizer.llm.provider.ProviderAccount;
import java.util.Objects;

/** Makes OpenAI's client for each kind of server. */
final class OpenAiClients {
    /** The library refuses to work without a key, and servers that ask for none ignore it. */
    private static final String NO_KEY = "none";

    private OpenAiClients() {}

    /** For OpenAI itself and what speaks its wire format. */
    static OpenAIClient compatible(ProviderAccount account) {
        return builder(account)
                // Other hosts' names must not make the library guess that they are Azure.
                .azureUrlPathMode(AzureUrlPathMode.UNIFIED)
                .apiKey(Objects.requireNonNullElse(account.apiKey(), NO_KEY))
                .build();
    }

    /**
     * For Azure.
     *
     * @param version {@code v1} asks on the path {@code /openai/v1}, a date on the older one with the deployment in it
     */
    static OpenAIClient azure(ProviderAccount account, String version) {
        OpenAIOkHttpClient.Builder builder = builder(account)
                .credential(AzureApiKeyCredential.create(Objects.requireNonNull(account.apiKey(), "apiKey")));
        // Never left to the library, which goes by the host's name and takes a gateway for OpenAI.
        if (version.equals(AzureDefinition.V1)) {
            builder.azureUrlPathMode(AzureUrlPathMode.UNIFIED);
        } else {
            builder.azureUrlPathMode(AzureUrlPathMode.LEGACY)
                    .azureServiceVersion(AzureOpenAIServiceVersion.fromString(version));
        }
        return builder.build();
    }

    private static OpenAIOkHttpClient.Builder builder(ProviderAccount account) {
        return OpenAIOkHttpClient.builder()
                .baseUrl(account.baseUrl().toString())
                .okHttpClient(HttpConnections.builder(account).build())
                // Of a client that it is given, the library takes the shorter timeouts of its own unless told.
                .timeout(Timeout.builder()
                        .request(account.timeout())
                        .read(account.timeout())
                        .build())
                .maxRetries(0)
                // Else OPENAI_LOG=debug has the library print whole prompts.
                .logLevel(LogLevel.OFF)
                .disableTelemetry(true);
    }
}
