/**
 * Stand-ins for the model providers. A {@link io.github.ticketsummarizer.fakes.llm.FakeLlm} speaks all their wire formats
 * on one port, refuses what the real ones refuse, and answers from the ticket and the schema that it is given.
 */
@NullMarked
package io.github.ticketsummarizer.fakes.llm;

import org.jspecify.annotations.NullMarked;
