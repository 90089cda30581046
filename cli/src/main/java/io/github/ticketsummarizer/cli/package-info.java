/** The ticket-summarizer command. */
@NullMarked
package io.github.ticketsummarizer.cli;

import org.jspecify.annotations.NullMarked;
