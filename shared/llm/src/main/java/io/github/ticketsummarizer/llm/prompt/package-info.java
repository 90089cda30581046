/** What the models are told: prompts as data, and the ticket's text made safe to stand in them. */
@NullMarked
package io.github.ticketsummarizer.llm.prompt;

import org.jspecify.annotations.NullMarked;
