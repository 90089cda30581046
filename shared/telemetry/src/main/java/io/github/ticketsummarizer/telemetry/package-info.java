/** Trace context in record headers. */
@NullMarked
package io.github.ticketsummarizer.telemetry;

import org.jspecify.annotations.NullMarked;
