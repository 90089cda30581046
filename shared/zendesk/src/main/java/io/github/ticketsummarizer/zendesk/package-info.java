/** Sources of tickets: one interface, files, and Zendesk's API. */
@NullMarked
package io.github.ticketsummarizer.zendesk;

import org.jspecify.annotations.NullMarked;
