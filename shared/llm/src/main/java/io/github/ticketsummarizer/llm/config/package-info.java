/** The taxonomy and the diagnostics guide: data that people edit, checked when it is read. */
@NullMarked
package io.github.ticketsummarizer.llm.config;

import org.jspecify.annotations.NullMarked;
