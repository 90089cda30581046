package io.github.ticketsummarizer.llm.provider;

import io.github.ticketsummarizer.llm.chat.ChatModel;
import java.util.List;
import java.util.function.Supplier;

/** What a provider's settings come to. */
public sealed interface ProviderSetup {
    /**
     * Everything needed is set.
     *
     * @param open makes the connection; it loads the provider's library, which takes up to a second
     */
    record Ready(ProviderAccount account, Supplier<ChatModel> open) implements ProviderSetup {}

    /**
     * The provider cannot be asked.
     *
     * @param settings what must be set for that, as a message lists it
     */
    record Missing(List<String> settings) implements ProviderSetup {
        public Missing {
            settings = List.copyOf(settings);
        }
    }
}
