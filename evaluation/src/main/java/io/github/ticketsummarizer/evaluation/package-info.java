/** How right the answers are: labels, predictions, and figures over both. Pure functions but for reading labels. */
@NullMarked
package io.github.ticketsummarizer.evaluation;

import org.jspecify.annotations.NullMarked;
