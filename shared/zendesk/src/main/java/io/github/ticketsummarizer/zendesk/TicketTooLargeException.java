package io.github.ticketsummarizer.zendesk;

/** No record could hold the ticket. */
final class TicketTooLargeException extends Exception {
    private static final long serialVersionUID = 1L;

    TicketTooLargeException(String message) {
        super(message);
    }
}
