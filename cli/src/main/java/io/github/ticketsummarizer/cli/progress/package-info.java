/** How far a run is, stage by stage, and how it is shown while it goes on. */
@NullMarked
package io.github.ticketsummarizer.cli.progress;

import org.jspecify.annotations.NullMarked;
