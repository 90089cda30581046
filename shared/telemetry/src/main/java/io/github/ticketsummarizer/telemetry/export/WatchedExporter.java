package io.github.ticketsummarizer.telemetry.export;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends to one platform, counts what arrived, and tells once when the platform fails and once when it is back. */
final class WatchedExporter implements SpanExporter {
    private static final Logger log = Logger.getLogger(WatchedExporter.class.getName());

    private final SpanExporter exporter;
    private final String platform;
    private final FailureLog failures;
    private final LongAdder handed = new LongAdder();
    private final LongAdder delivered = new LongAdder();
    private volatile boolean attemptFailed;
    private volatile boolean rejecting;
    private volatile boolean abandoned;
    private volatile @Nullable CompletableResultCode current;

    /** @param exporter that sends; it is given what to call when an attempt fails that is not the last */
    WatchedExporter(String platform, Function<Runnable, SpanExporter> exporter) {
        this.platform = platform;
        this.failures = new FailureLog(platform, "spans", "ticket-summarizer doctor --live");
        this.exporter = exporter.apply(() -> attemptFailed = true);
    }

    /** Spans that were to be sent so far, whatever came of it. */
    long handed() {
        return handed.sum();
    }

    /** Spans that the platform said it has taken. */
    long delivered() {
        return delivered.sum();
    }

    /** Whether the last spans that were sent did not arrive, or have not at the first attempt. */
    boolean isFailing() {
        return attemptFailed || failures.isFailing();
    }

    /** Gives up on what is being sent and on all that would follow. */
    void abandon() {
        abandoned = true;
        CompletableResultCode pending = current;
        if (pending != null) {
            pending.fail();
        }
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        int count = spans.size();
        handed.add(count);
        CompletableResultCode result = new CompletableResultCode();
        current = result;
        if (abandoned) {
            return result.fail();
        }
        CompletableResultCode sent = exporter.export(spans);
        return whenDone(sent, count, result);
    }

    private CompletableResultCode whenDone(CompletableResultCode sent, int count, CompletableResultCode result) {
        sent.whenComplete(() -> {
            OptionalLong rejected = rejected(sent.getFailureThrowable());
            if (sent.isSuccess() || rejected.isPresent()) {
                delivered.add(count - rejected.orElse(0));
                attemptFailed = false;
                failures.arrived();
                rejected.ifPresent(spans -> tellRejecting(spans, count));
                result.succeed();
            } else {
                // What was given up fails because its connection is closed then, which says nothing of the platform.
                if (!abandoned) {
                    failures.failed(sent.getFailureThrowable());
                }
                result.fail();
            }
        });
        return result;
    }

    private static OptionalLong rejected(@Nullable Throwable failure) {
        return failure != null && failure.getCause() instanceof RefusedSpansException.Rejected rejected
                ? OptionalLong.of(rejected.spans())
                : OptionalLong.empty();
    }

    private void tellRejecting(long spans, int of) {
        if (!rejecting) {
            rejecting = true;
            log.log(
                    Level.WARNING,
                    "{0} rejected {1} of {2} spans. Tickets go on without. Its own log says why",
                    new Object[] {platform, spans, of});
        }
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
