package io.github.ticketsummarizer.fakes.otlp;

import io.github.ticketsummarizer.fakes.http.FakeRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Stands in for Langfuse: lets in who has its pair of keys, takes traces over HTTP, and tells what Langfuse would show. */
public final class LangfuseReceiver implements AutoCloseable {
    /** What the stand-in takes for its keys. */
    public static final String PUBLIC_KEY = "pk-lf-fake";
    /** The secret one of them. */
    public static final String SECRET_KEY = "sk-lf-fake";

    private static final String BASIC = "Basic "
            + Base64.getEncoder().encodeToString((PUBLIC_KEY + ":" + SECRET_KEY).getBytes(StandardCharsets.UTF_8));

    private final OtlpReceiver receiver = new OtlpReceiver(LangfuseReceiver::hasKeys);

    /**
     * Begins to receive, on the loopback interface.
     *
     * @param port 0 for any that is free
     * @throws IOException when the port is taken
     */
    public void start(int port) throws IOException {
        receiver.start(port, 0);
    }

    /** What {@code LANGFUSE_HOST} is to be set to. */
    public URI url() {
        return receiver.httpUrl();
    }

    /** What came, and what goes wrong. */
    public OtlpReceiver receiver() {
        return receiver;
    }

    /** What Langfuse would show by now. */
    public List<LangfuseTrace> traces() {
        return LangfuseTrace.of(receiver.spans());
    }

    @Override
    public void close() {
        receiver.close();
    }

    private static boolean hasKeys(FakeRequest request) {
        return request.endpoint().equals(OtlpReceiver.LANGFUSE_TRACES) && BASIC.equals(request.header("authorization"));
    }
}
