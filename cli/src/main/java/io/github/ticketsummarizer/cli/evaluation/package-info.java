/** What {@code evaluate} checks before it starts, and what it prints. */
@NullMarked
package io.github.ticketsummarizer.cli.evaluation;

import org.jspecify.annotations.NullMarked;
