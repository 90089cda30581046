/** Spans of calls to a model, made in one place for all providers. */
@NullMarked
package io.github.ticketsummarizer.llm.tracing;

import org.jspecify.annotations.NullMarked;
