/**
 * The spans of a ticket's trace. Those that stand for durable work, the root and its stages, are told as a whole when the
 * work is over, under ids that were known before; a kill in between loses none of them.
 */
@NullMarked
package io.github.ticketsummarizer.telemetry.span;

import org.jspecify.annotations.NullMarked;
