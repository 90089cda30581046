/** Accepts ticket ids and fetches the tickets. */
@NullMarked
package io.github.ticketsummarizer.fetcher;

import org.jspecify.annotations.NullMarked;
