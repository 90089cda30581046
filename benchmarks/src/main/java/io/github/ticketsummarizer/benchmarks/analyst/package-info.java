/** Compares ways for the offline analyst to find a ticket's POD; see docs/offline-analyst.md. */
@NullMarked
package io.github.ticketsummarizer.benchmarks.analyst;

import org.jspecify.annotations.NullMarked;
