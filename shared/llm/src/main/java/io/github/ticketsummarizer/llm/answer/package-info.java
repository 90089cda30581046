/** Turns a model's answer into the records of the domain, and refuses one that breaks its rules. */
@NullMarked
package io.github.ticketsummarizer.llm.answer;

import org.jspecify.annotations.NullMarked;
