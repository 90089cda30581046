/** Threads that are too long for one request: which comments are read whole, and what stands in place of the others. */
@NullMarked
package io.github.ticketsummarizer.llm.thread;

import org.jspecify.annotations.NullMarked;
