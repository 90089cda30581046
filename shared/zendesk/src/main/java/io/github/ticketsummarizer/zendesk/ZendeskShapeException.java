package io.github.ticketsummarizer.zendesk;

/** JSON that is not in Zendesk's shape; the message names the field and quotes nothing. */
final class ZendeskShapeException extends Exception {
    private static final long serialVersionUID = 1L;

    ZendeskShapeException(String message) {
        super(message);
    }
}
