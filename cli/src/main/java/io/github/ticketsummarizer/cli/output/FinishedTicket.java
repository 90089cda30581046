package io.github.ticketsummarizer.cli.output;

import io.github.ticketsummarizer.cli.input.TicketEntry;
import io.github.ticketsummarizer.model.TicketReport;

/** A ticket of the input and its report. */
public record FinishedTicket(TicketEntry entry, TicketReport report) {}
