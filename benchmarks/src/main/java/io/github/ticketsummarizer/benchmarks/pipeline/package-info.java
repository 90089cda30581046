/** What the pipeline itself takes, when the calls take nothing. */
@NullMarked
package io.github.ticketsummarizer.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
