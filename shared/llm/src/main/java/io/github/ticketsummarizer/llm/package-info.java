/** LLM clients and their providers, the taxonomy and the diagnostics guide. */
@NullMarked
package io.github.ticketsummarizer.llm;

import org.jspecify.annotations.NullMarked;
