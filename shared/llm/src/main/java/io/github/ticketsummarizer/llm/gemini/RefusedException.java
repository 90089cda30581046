package io.github.ticketsummarizer.llm.gemini;

import io.github.ticketsummarizer.llm.provider.ErrorResponse;
import java.io.IOException;

/** A status that is not 2xx, on its way through Google's library, whose own exception has no headers. */
final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorResponse response;

    RefusedException(ErrorResponse response) {
        super("HTTP " + response.status());
        this.response = response;
    }

    ErrorResponse response() {
        return response;
    }
}
