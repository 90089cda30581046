/**
 * What happens to a span between its end and the platforms. Used in our own SDK and inside OpenTelemetry's Java agent alike,
 * so that nothing here needs more than OpenTelemetry.
 */
@NullMarked
package io.github.ticketsummarizer.telemetry.export;

import org.jspecify.annotations.NullMarked;
