/** The output files of a run, JSON and CSV, and its summary on the terminal. */
@NullMarked
package io.github.ticketsummarizer.cli.output;

import org.jspecify.annotations.NullMarked;
