/** Runs a topology: settings of Kafka, start and stop, poison records, flow control, health over HTTP. */
@NullMarked
package io.github.ticketsummarizer.streams.runtime;

import org.jspecify.annotations.NullMarked;
