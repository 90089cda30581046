package io.github.ticketsummarizer.llm.offline;

import io.github.ticketsummarizer.llm.text.Tokens;

/**
 * A part of a ticket that terms are looked for in.
 *
 * @param weight how much a term counts here
 */
record Section(Tokens tokens, double weight) {}
