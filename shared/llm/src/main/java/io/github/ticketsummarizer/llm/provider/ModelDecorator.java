package io.github.ticketsummarizer.llm.provider;

import io.github.ticketsummarizer.llm.chat.ChatModel;

/** Puts something around the model of any provider, inside the limits of its account. */
@FunctionalInterface
public interface ModelDecorator {
    /** Puts nothing around it. */
    ModelDecorator NONE = (definition, account, model) -> model;

    /** The model with what is around it. */
    ChatModel decorate(ProviderDefinition definition, ProviderAccount account, ChatModel model);
}
