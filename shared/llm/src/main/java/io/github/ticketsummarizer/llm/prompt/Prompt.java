package io.github.ticketsummarizer.llm.prompt;

import com.samskivert.mustache.Template;

/**
 * One version of a task's prompt.
 *
 * @param system rendered already: the same for every ticket
 * @param ticket to be rendered with the variables of each ticket
 * @param ticketSource that part as it was written
 */
record Prompt(String system, Template ticket, String ticketSource) {}
