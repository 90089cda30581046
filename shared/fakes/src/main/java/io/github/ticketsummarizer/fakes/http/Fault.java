package io.github.ticketsummarizer.fakes.http;

import java.time.Duration;
import java.util.List;

/** How one request goes wrong. */
public sealed interface Fault {
    /** The right answer, later by this much. */
    record Slow(Duration delay) implements Fault {}

    /** The connection is reset (TCP RST) before an answer, and the request has had no effect. */
    record Reset() implements Fault {}

    /**
     * No answer, and the connection stays open until the client or the server closes. The request has had no effect, and
     * counts no longer as one in the server.
     */
    record Hang() implements Fault {}

    /** Half of the right answer's body, in a whole HTTP answer. */
    record Truncated() implements Fault {}

    /** The connection is closed halfway through the right answer's body. */
    record CutOff() implements Fault {}

    /** Another answer instead of the right one; the request has had no effect. */
    record Instead(FakeAnswer answer) implements Fault {}

    /** 200 with a body that calls itself JSON and is none. */
    static Fault junk() {
        return new Instead(FakeAnswer.json(200, "<<< this is not JSON >>>"));
    }

    /** A page of HTML with this status. */
    static Fault html(int status) {
        return new Instead(FakeAnswer.html(status));
    }

    /** 429 with {@code Retry-After}, and no body that a particular API would send. */
    static Fault rateLimited(Duration retryAfter) {
        return new Instead(FakeAnswer.json(429, "{}").withRetryAfter(retryAfter));
    }

    /** One of each kind that a client must survive by trying again. */
    static List<Fault> ofEveryKind() {
        return List.of(
                new Slow(Duration.ofMillis(500)),
                new Reset(),
                new Hang(),
                new Truncated(),
                new CutOff(),
                junk(),
                html(503),
                rateLimited(Duration.ofSeconds(1)));
    }
}
