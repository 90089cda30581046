/** What calls to models cost. */
@NullMarked
package io.github.ticketsummarizer.llm.cost;

import org.jspecify.annotations.NullMarked;
