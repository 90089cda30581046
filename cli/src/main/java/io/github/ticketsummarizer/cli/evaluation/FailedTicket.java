package io.github.ticketsummarizer.cli.evaluation;

import io.github.ticketsummarizer.model.ErrorType;

/** A ticket that lacks an answer, and why. */
public record FailedTicket(String ticketId, ErrorType errorType, String message) {}
