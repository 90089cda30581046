/** A run from submission to outputs: its folder on disk, what is sent, what comes back, and how it goes on later. */
@NullMarked
package io.github.ticketsummarizer.cli.run;

import org.jspecify.annotations.NullMarked;
