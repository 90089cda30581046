package io.github.ticketsummarizer.llm.openai;

import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.llm.provider.ProviderAccount;
import io.github.ticketsummarizer.llm.provider.ProviderDefinition;
import io.github.ticketsummarizer.llm.provider.ProviderSettings;
import io.github.ticketsummarizer.llm.provider.ProviderSetup;
import io.github.ticketsummarizer.llm.tracing.ModelNames;
import io.github.ticketsummarizer.telemetry.attribute.GenAi;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Azure OpenAI: {@code AZURE_OPENAI_ENDPOINT}, {@code AZURE_OPENAI_API_KEY}, {@code AZURE_OPENAI_DEPLOYMENT_NAME}. {@code
 * AZURE_OPENAI_API_VERSION} is {@code v1} by default; a dated version such as {@code 2024-10-21} asks on the older path
 * with the deployment in it.
 */
public final class AzureDefinition implements ProviderDefinition {
    private static final String ENDPOINT = "AZURE_OPENAI_ENDPOINT";
    private static final String KEY = "AZURE_OPENAI_API_KEY";
    private static final String DEPLOYMENT = "AZURE_OPENAI_DEPLOYMENT_NAME";
    private static final String VERSION = "AZURE_OPENAI_API_VERSION";
    /** By which model a deployment is priced. */
    public static final String BASE_MODEL = "AZURE_OPENAI_BASE_MODEL";

    private static final String OUTPUT_LIMIT = "AZURE_OPENAI_OUTPUT_LIMIT_FIELD";
    static final String V1 = "v1";
    private static final Pattern DATED = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(-preview)?");
    private static final Pattern API_PATH = Pattern.compile("/openai(/v1)?$");

    @Override
    public LlmProvider provider() {
        return LlmProvider.AZURE;
    }

    @Override
    public ModelNames names() {
        return new ModelNames("azure", "openai", GenAi.providerName(provider().wireName()));
    }

    @Override
    public List<String> settingNames() {
        return List.of(ENDPOINT, KEY, DEPLOYMENT, VERSION, OUTPUT_LIMIT, BASE_MODEL);
    }

    @Override
    public ProviderSetup setup(ProviderSettings settings) {
        URI resource = resource(settings);
        String version = version(settings);
        URI baseUrl = version.equals(V1) ? URI.create(resource + "/openai/v1") : resource;
        OutputLimit outputLimit =
                settings.choice(OUTPUT_LIMIT, OutputLimit.MAX_COMPLETION_TOKENS, OutputLimit::fromName);
        String deployment = settings.text(DEPLOYMENT, "");
        int window = OpenAiWindow.of(settings.text("AZURE_OPENAI_BASE_MODEL", deployment));
        ProviderAccount account = settings.account(provider(), baseUrl, settings.text(KEY), deployment, window);
        List<String> missing = settings.missing(ENDPOINT, KEY, DEPLOYMENT);
        return missing.isEmpty()
                ? new ProviderSetup.Ready(
                        account, () -> new OpenAiChatModel(account, outputLimit, OpenAiClients.azure(account, version)))
                : new ProviderSetup.Missing(missing);
    }

    /** The resource's own address, whichever of its addresses was copied from the portal. */
    private static URI resource(ProviderSettings settings) {
        URI endpoint = settings.url(ENDPOINT, "https://resource.openai.azure.com");
        return URI.create(API_PATH.matcher(endpoint.toString()).replaceFirst(""));
    }

    private static String version(ProviderSettings settings) {
        String version = settings.text(VERSION, V1);
        if (!version.equals(V1) && !DATED.matcher(version).matches()) {
            settings.problem(VERSION, "'%s' is neither v1 nor a date such as 2024-10-21".formatted(version));
        }
        return version;
    }
}
