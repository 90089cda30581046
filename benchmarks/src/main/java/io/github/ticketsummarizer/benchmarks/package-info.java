/** Measures the stage and the pipeline. */
@NullMarked
package io.github.ticketsummarizer.benchmarks;

import org.jspecify.annotations.NullMarked;
