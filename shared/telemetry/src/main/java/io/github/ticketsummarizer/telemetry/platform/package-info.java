/**
 * The platforms that traces go to, by settings. Used in our own SDK and inside OpenTelemetry's Java agent alike, so that
 * nothing here needs a library.
 */
@NullMarked
package io.github.ticketsummarizer.telemetry.platform;

import org.jspecify.annotations.NullMarked;
