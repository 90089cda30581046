package io.github.ticketsummarizer.llm.provider;

import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.llm.resilience.AccountLimits;
import io.github.ticketsummarizer.llm.tracing.ModelNames;
import java.util.List;
import java.util.stream.Stream;

/**
 * A provider that this program can ask. Neither the class nor {@link #setup} may touch the provider's library: a program
 * that asks another provider would pay for loading it.
 */
public interface ProviderDefinition {
    /** Whom it defines. */
    LlmProvider provider();

    /** What it is called in traces. */
    default ModelNames names() {
        return ModelNames.all(provider().wireName());
    }

    /** The names of its own settings; those that every provider has need not be named. */
    List<String> settingNames();

    /** All settings of a provider, its own and those that every provider has. */
    static Stream<String> allSettingNames(LlmProvider provider) {
        return Stream.concat(
                provider.definition().settingNames().stream(),
                Stream.concat(ProviderSettings.SUFFIXES.stream(), AccountLimits.SUFFIXES.stream())
                        .map(suffix -> provider.settingsPrefix() + suffix));
    }

    /** Reads the provider's settings; what is wrong with them is noted there. */
    ProviderSetup setup(ProviderSettings settings);
}
