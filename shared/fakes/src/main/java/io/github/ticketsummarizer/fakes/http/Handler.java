package io.github.ticketsummarizer.fakes.http;

/** Answers requests. It is called by many threads at once. To be slow, {@linkplain FakeAnswer#after delay the answer}. */
@FunctionalInterface
public interface Handler {
    /**
     * Answers one request.
     *
     * @throws InterruptedException when its thread is interrupted
     */
    FakeAnswer handle(FakeRequest request) throws InterruptedException;
}
