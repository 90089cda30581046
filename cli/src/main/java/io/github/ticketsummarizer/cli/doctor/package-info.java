/** Looks whether what a run needs is there, before a run needs it. */
@NullMarked
package io.github.ticketsummarizer.cli.doctor;

import org.jspecify.annotations.NullMarked;
