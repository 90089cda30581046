/** Stand-ins for the servers that this program talks to, as plain programs: they answer as the real ones, and misbehave on demand. */
@NullMarked
package io.github.ticketsummarizer.fakes;

import org.jspecify.annotations.NullMarked;
