/** Reads a ticket whole and writes its synthesis. */
@NullMarked
package io.github.ticketsummarizer.synthesis;

import org.jspecify.annotations.NullMarked;
