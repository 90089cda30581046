/** How right the answers are: metrics over labelled results, pure functions. */
@NullMarked
package io.github.ticketsummarizer.evaluation;

import org.jspecify.annotations.NullMarked;
