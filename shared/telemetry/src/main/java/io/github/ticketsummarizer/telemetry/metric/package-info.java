/** What is counted and measured, under the names that docs/metrics.md lists. */
@NullMarked
package io.github.ticketsummarizer.telemetry.metric;

import org.jspecify.annotations.NullMarked;
