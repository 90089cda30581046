/** Topics: their names, how their records are written, how they are made and checked. */
@NullMarked
package io.github.ticketsummarizer.streams;

import org.jspecify.annotations.NullMarked;
