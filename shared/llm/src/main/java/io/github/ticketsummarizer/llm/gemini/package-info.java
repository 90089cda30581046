/** Google's Gemini through its own library. */
@NullMarked
package io.github.ticketsummarizer.llm.gemini;

import org.jspecify.annotations.NullMarked;
