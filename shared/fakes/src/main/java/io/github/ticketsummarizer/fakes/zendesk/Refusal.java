package io.github.ticketsummarizer.fakes.zendesk;

import io.github.ticketsummarizer.fakes.http.FakeAnswer;

/** A request that the account does not fulfil, with what it answers instead. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient FakeAnswer answer;

    Refusal(FakeAnswer answer) {
        super("HTTP " + answer.status(), null, false, false);
        this.answer = answer;
    }

    FakeAnswer answer() {
        return answer;
    }
}
