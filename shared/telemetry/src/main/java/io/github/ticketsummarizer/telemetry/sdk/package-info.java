/** Tracing for a process: OpenTelemetry's Java agent where it runs, else an SDK of our own. */
@NullMarked
package io.github.ticketsummarizer.telemetry.sdk;

import org.jspecify.annotations.NullMarked;
