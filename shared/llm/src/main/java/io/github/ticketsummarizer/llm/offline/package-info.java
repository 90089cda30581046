/** The keyword baseline: deterministic, without a key or a network, and honest about being a baseline. */
@NullMarked
package io.github.ticketsummarizer.llm.offline;

import org.jspecify.annotations.NullMarked;
