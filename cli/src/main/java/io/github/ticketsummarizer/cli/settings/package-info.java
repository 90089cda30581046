/** Where settings come from, and which names there are. */
@NullMarked
package io.github.ticketsummarizer.cli.settings;

import org.jspecify.annotations.NullMarked;
