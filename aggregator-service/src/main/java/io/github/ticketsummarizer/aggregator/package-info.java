/** Merges what the stages found into one report per ticket. */
@NullMarked
package io.github.ticketsummarizer.aggregator;

import org.jspecify.annotations.NullMarked;
