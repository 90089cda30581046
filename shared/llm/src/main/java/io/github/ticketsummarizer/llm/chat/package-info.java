/** Talking to a model, in no provider's words: one adapter per provider implements {@code ChatModel}. */
@NullMarked
package io.github.ticketsummarizer.llm.chat;

import org.jspecify.annotations.NullMarked;
