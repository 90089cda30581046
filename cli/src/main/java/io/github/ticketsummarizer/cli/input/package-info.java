/** The tickets that a person asks for: from a CSV file, from arguments or from standard input. */
@NullMarked
package io.github.ticketsummarizer.cli.input;

import org.jspecify.annotations.NullMarked;
