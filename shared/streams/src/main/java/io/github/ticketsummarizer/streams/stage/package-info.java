/** The durable asynchronous stage: outside calls from a topology, many in flight, exactly once, with retry. */
@NullMarked
package io.github.ticketsummarizer.streams.stage;

import org.jspecify.annotations.NullMarked;
