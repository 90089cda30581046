/** The commands: what is typed, checked and answered. */
@NullMarked
package io.github.ticketsummarizer.cli.command;

import org.jspecify.annotations.NullMarked;
