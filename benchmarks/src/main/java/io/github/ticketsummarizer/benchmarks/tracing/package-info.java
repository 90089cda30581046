/** What traces cost a run, and whether all of them arrive. */
@NullMarked
package io.github.ticketsummarizer.benchmarks.tracing;

import org.jspecify.annotations.NullMarked;
