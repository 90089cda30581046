/** Says which POD owns a ticket. */
@NullMarked
package io.github.ticketsummarizer.pod;

import org.jspecify.annotations.NullMarked;
