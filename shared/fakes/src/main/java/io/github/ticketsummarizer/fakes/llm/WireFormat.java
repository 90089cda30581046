package io.github.ticketsummarizer.fakes.llm;

import io.github.ticketsummarizer.fakes.http.FakeAnswer;
import io.github.ticketsummarizer.fakes.http.FakeRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one provider's API writes what all of them say. */
interface WireFormat {
    /** Where it is asked: method and path, as a {@link io.github.ticketsummarizer.fakes.http.Route} takes it. */
    String path();

    /** Whether the request shows the key, the way this API wants it. */
    boolean shows(String key, FakeRequest request);

    /** What is wrong with the shape of a request, in the words of a message; empty when nothing is. */
    List<String> mistakes(FakeRequest request);

    /** What a request asks that has no mistakes. */
    Question question(FakeRequest request);

    /** An answer. */
    FakeAnswer answer(Reply reply);

    /**
     * A refusal.
     *
     * @param code this API's word for it; null for an error whose code and type are null
     */
    FakeAnswer error(int status, @Nullable String code, String message);

    /** What comes of a prompt that the provider's own filter stops. */
    FakeAnswer filtered(Reply reply);

    /** This API's word for what is wrong. */
    String code(ErrorKind kind);

    /** The status of that error. */
    default int status(ErrorKind kind) {
        return switch (kind) {
            case BAD_REQUEST -> 400;
            case WRONG_KEY -> 401;
            case NOT_FOUND -> 404;
            case RATE_LIMITED, QUOTA -> 429;
            case OVERLOADED -> 503;
        };
    }

    /** A refusal of a kind. */
    default FakeAnswer error(ErrorKind kind, String message) {
        return error(status(kind), code(kind), message);
    }

    /** What the stand-ins refuse, and what goes wrong by plan. */
    enum ErrorKind {
        BAD_REQUEST,
        WRONG_KEY,
        NOT_FOUND,
        RATE_LIMITED,
        QUOTA,
        OVERLOADED
    }
}
