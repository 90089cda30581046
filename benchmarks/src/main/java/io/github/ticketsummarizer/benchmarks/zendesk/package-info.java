/** What it takes to fetch tickets from Zendesk, beside a client that asks for each ticket on its own. */
@NullMarked
package io.github.ticketsummarizer.benchmarks.zendesk;

import org.jspecify.annotations.NullMarked;
