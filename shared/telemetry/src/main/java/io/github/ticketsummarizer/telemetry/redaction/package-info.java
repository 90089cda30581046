/** What may leave in a trace: personal data out of text, content by the operator's choice, long values cut. */
@NullMarked
package io.github.ticketsummarizer.telemetry.redaction;

import org.jspecify.annotations.NullMarked;
