/** The command as people start it: memory, start-up and idle cost of its process. */
@NullMarked
package io.github.ticketsummarizer.benchmarks.command;

import org.jspecify.annotations.NullMarked;
