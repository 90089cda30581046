package io.github.ticketsummarizer.fakes.http;

import io.github.ticketsummarizer.fakes.http.RequestReader.Routed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Answers each request by its route and the fault that it meets, and logs it. */
final class Answering extends Dispatcher {
    private final MockWebServer server;
    private final RequestReader reader;
    private final RequestLog log;
    private final InstantSource clock;
    private final Connections connections;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile FaultPlan faults = FaultPlan.none();

    Answering(
            MockWebServer server, RequestReader reader, RequestLog log, InstantSource clock, Connections connections) {
        this.server = server;
        this.reader = reader;
        this.log = log;
        this.clock = clock;
        this.connections = connections;
    }

    void faults(FaultPlan plan) {
        faults = plan;
    }

    @Override
    public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
        forgetRecorded();
        Routed routed = reader.read(recorded);
        FakeRequest request = routed.request();
        Instant arrived = clock.instant();
        log.arrived(request.endpoint(), arrived);
        Fault fault = faults.next(request);
        int status = 0;
        String sent = null;
        try {
            FakeAnswer answer = answer(routed, fault);
            if (answer == null) {
                return silence(fault, recorded);
            }
            closed.await(answer.delay().toNanos(), TimeUnit.NANOSECONDS);
            status = answer.status();
            sent = fault instanceof Fault.CutOff ? null : answer.body();
            return response(answer, fault);
        } finally {
            log.ended(new Exchange(request, arrived, status, fault, sent));
        }
    }

    /** Called when the server's socket is closed, so that no answer is waited for any longer. */
    @Override
    public void close() {
        closed.countDown();
    }

    /** MockWebServer keeps every request for {@code takeRequest}; the log is ours. */
    private void forgetRecorded() throws InterruptedException {
        while (server.takeRequest(0, TimeUnit.SECONDS) != null) {
            // Taken, and that is all.
        }
    }

    /** What to send; null for nothing at all. */
    private static @Nullable FakeAnswer answer(Routed routed, @Nullable Fault fault) throws InterruptedException {
        return switch (fault) {
            case null -> handled(routed);
            case Fault.CutOff() -> handled(routed);
            case Fault.Slow(Duration delay) -> handled(routed).after(delay);
            case Fault.Truncated() -> half(handled(routed));
            case Fault.Instead(FakeAnswer answer) -> answer;
            case Fault.Reset() -> null;
            case Fault.Hang() -> null;
        };
    }

    private static FakeAnswer handled(Routed routed) throws InterruptedException {
        try {
            return routed.handler().handle(routed.request());
        } catch (RuntimeException defect) {
            return new FakeAnswer(500, Map.of("Content-Type", "text/plain"), "the stand-in is broken: " + defect);
        }
    }

    private static FakeAnswer half(FakeAnswer answer) {
        return answer.withBody(answer.body().substring(0, answer.body().length() / 2));
    }

    private MockResponse silence(@Nullable Fault fault, RecordedRequest recorded) {
        if (fault instanceof Fault.Reset) {
            connections.resetOnClose(recorded.getConnectionIndex());
            return new MockResponse.Builder()
                    .onResponseStart(new SocketEffect.CloseSocket())
                    .build();
        }
        return new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build();
    }

    private static MockResponse response(FakeAnswer answer, @Nullable Fault fault) {
        MockResponse.Builder response =
                new MockResponse.Builder().code(answer.status()).body(answer.body());
        answer.headers().forEach(response::setHeader);
        if (!answer.trailers().isEmpty()) {
            response.trailers(Headers.of(answer.trailers()));
        }
        if (fault instanceof Fault.CutOff) {
            response.onResponseBody(new SocketEffect.CloseSocket());
        }
        return response.build();
    }
}
