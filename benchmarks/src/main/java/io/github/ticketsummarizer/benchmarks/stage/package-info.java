/** How near the asynchronous stage comes to the ideal, beside a loop written by hand. */
@NullMarked
package io.github.ticketsummarizer.benchmarks.stage;

import org.jspecify.annotations.NullMarked;
