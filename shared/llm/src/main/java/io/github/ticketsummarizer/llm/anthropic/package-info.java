/** Anthropic's Claude through its own library. */
@NullMarked
package io.github.ticketsummarizer.llm.anthropic;

import org.jspecify.annotations.NullMarked;
