/** Sources of tickets: one interface, and the file source. */
@NullMarked
package io.github.ticketsummarizer.zendesk;

import org.jspecify.annotations.NullMarked;
