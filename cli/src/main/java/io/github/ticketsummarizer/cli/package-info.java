/** The {@code ticket-summarizer} command: its start, its log, its failures. */
@NullMarked
package io.github.ticketsummarizer.cli;

import org.jspecify.annotations.NullMarked;
