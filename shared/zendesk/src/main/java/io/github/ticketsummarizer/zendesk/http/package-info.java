/** Calls to a Zendesk account: who we are, what may be asked how often, and what an answer means. Knows no tickets. */
@NullMarked
package io.github.ticketsummarizer.zendesk.http;

import org.jspecify.annotations.NullMarked;
