package io.github.ticketsummarizer.llm.provider;

import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.model.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the model providers, read the same way for all of them. A wrong value is noted in the settings, so that
 * all problems are told at once.
 */
public final class ProviderSettings {
    private static final String CALL_TIMEOUT = "_CALL_TIMEOUT";
    private static final String OUTPUT_LIMIT = "_MAX_OUTPUT_TOKENS";
    private static final String REQUEST_LIMIT = "_REQUEST_MAX_TOKENS";
    private static final String TEMPERATURE = "_TEMPERATURE";
    /** What the names of the settings of {@link #account} end in. */
    static final List<String> SUFFIXES = List.of(CALL_TIMEOUT, OUTPUT_LIMIT, REQUEST_LIMIT, TEMPERATURE);

    private static final String ALLOW_PLAIN_HTTP = "LLM_ALLOW_PLAIN_HTTP";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    /** Shorter than the stage's own deadline of 2 minutes, so that a failed call says why it failed. */
    private static final Duration TIMEOUT = Duration.ofSeconds(100);
    /** Room for the longest answer and for thinking, which every provider counts as output. */
    private static final int MAX_OUTPUT_TOKENS = 8_192;

    /** The window of a model of which nothing is known: most open models of today have that at least. */
    private static final int UNKNOWN_WINDOW = 32_768;
    /** The system parts alone have some thousand tokens. */
    private static final int MIN_REQUEST_TOKENS = 8_000;
    /** Models overlook more in a longer request, and Google's prices double (config/prices.yaml). */
    private static final int LONGEST_REQUEST = 200_000;

    private static final double HOTTEST = 2;

    private final Settings settings;
    private final boolean plainHttpAllowed;

    public ProviderSettings(Settings settings) {
        this.settings = settings;
        this.plainHttpAllowed = settings.flag(ALLOW_PLAIN_HTTP, false);
    }

    /** The value as written; null when absent. */
    public @Nullable String text(String name) {
        return settings.text(name);
    }

    /** The value as written, or the default. */
    public String text(String name, String defaultValue) {
        return settings.text(name, defaultValue);
    }

    /** One of the names that the given function knows; its exception's message says which there are. */
    public <T> T choice(String name, T defaultValue, Function<String, T> fromName) {
        return settings.choice(name, defaultValue, fromName);
    }

    /** Which of these are not set. */
    public List<String> missing(String... names) {
        return List.of(names).stream()
                .filter(name -> settings.text(name) == null)
                .toList();
    }

    /** Notes what is wrong with a setting. */
    public void problem(String name, String whatIsWrong) {
        settings.problem(name, whatIsWrong);
    }

    /**
     * An address of an API, without a slash at the end. Plain http would show the key and the tickets to whoever listens,
     * so it is taken only on this machine, or where {@code LLM_ALLOW_PLAIN_HTTP} says that the network can be trusted.
     */
    public URI url(String name, String defaultValue) {
        String value = settings.text(name, defaultValue);
        try {
            URI url = new URI(withoutSlash(value));
            String wrong = whatIsWrong(url);
            if (wrong == null) {
                return url;
            }
            problem(name, "'%s' %s".formatted(withoutSecrets(value), wrong));
        } catch (URISyntaxException e) {
            problem(name, "'%s' is not an address such as %s".formatted(withoutSecrets(value), defaultValue));
        }
        return URI.create(defaultValue);
    }

    private @Nullable String whatIsWrong(URI url) {
        if (url.getHost() == null || url.getScheme() == null || url.getQuery() != null || url.getUserInfo() != null) {
            return "is not an address of the form https://host/path";
        }
        return switch (url.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" -> null;
            case "http" -> plainHttpAllowed || LOOPBACK.contains(url.getHost()) ? null : plainHttp();
            default -> "is neither https nor http";
        };
    }

    /** An address may carry a user's password, or a key among its parameters. */
    private static String withoutSecrets(String url) {
        int user = url.indexOf("://") + 3;
        int host = url.lastIndexOf('@');
        String shown =
                host < 0 ? url : url.substring(0, user < 3 || user > host ? 0 : user) + "…" + url.substring(host);
        int query = shown.indexOf('?');
        return query < 0 ? shown : shown.substring(0, query) + "?…";
    }

    private static String plainHttp() {
        return "would send the key and the tickets unencrypted; use https, or set %s=true where the network can be trusted"
                .formatted(ALLOW_PLAIN_HTTP);
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? withoutSlash(url.substring(0, url.length() - 1)) : url;
    }

    /**
     * The account with the settings that every provider has: {@code <prefix>_CALL_TIMEOUT}, {@code
     * <prefix>_MAX_OUTPUT_TOKENS}, {@code <prefix>_REQUEST_MAX_TOKENS} and {@code <prefix>_TEMPERATURE}.
     */
    public ProviderAccount account(LlmProvider provider, URI baseUrl, @Nullable String apiKey, String model) {
        return account(provider, baseUrl, apiKey, model, UNKNOWN_WINDOW);
    }

    /**
     * The same for a model whose context window is known.
     *
     * @param window the tokens of a request and its answer together; it makes the default of {@code
     *     <prefix>_REQUEST_MAX_TOKENS}
     */
    public ProviderAccount account(
            LlmProvider provider, URI baseUrl, @Nullable String apiKey, String model, int window) {
        String prefix = provider.settingsPrefix();
        int maxOutputTokens = settings.wholeNumber(prefix + OUTPUT_LIMIT, MAX_OUTPUT_TOKENS, 256, 1_000_000);
        return new ProviderAccount(
                provider,
                baseUrl,
                apiKey,
                model,
                settings.duration(prefix + CALL_TIMEOUT, TIMEOUT),
                maxOutputTokens,
                settings.wholeNumber(
                        prefix + REQUEST_LIMIT,
                        Math.clamp((long) window - maxOutputTokens, MIN_REQUEST_TOKENS, LONGEST_REQUEST),
                        MIN_REQUEST_TOKENS,
                        10_000_000),
                temperature(prefix + TEMPERATURE));
    }

    private @Nullable Double temperature(String name) {
        String value = settings.text(name);
        if (value == null) {
            return null;
        }
        try {
            double temperature = Double.parseDouble(value);
            if (temperature >= 0 && temperature <= HOTTEST) {
                return temperature;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, like a number out of bounds.
        }
        problem(name, "'%s' is not a number from 0 to 2".formatted(value));
        return null;
    }
}
