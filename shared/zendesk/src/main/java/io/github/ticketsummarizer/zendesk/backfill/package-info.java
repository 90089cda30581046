/** Ids of many tickets at once: all that a search finds, or all that changed since a time. */
@NullMarked
package io.github.ticketsummarizer.zendesk.backfill;

import org.jspecify.annotations.NullMarked;
