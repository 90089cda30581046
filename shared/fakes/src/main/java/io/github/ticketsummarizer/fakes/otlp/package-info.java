/** Stand-ins for what receives traces: any OTLP receiver, and one that reads spans as Langfuse does. */
@NullMarked
package io.github.ticketsummarizer.fakes.otlp;

import org.jspecify.annotations.NullMarked;
