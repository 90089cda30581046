package io.github.ticketsummarizer.telemetry.export;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Sends to one platform, counts what arrived, and tells once when the platform fails and once when it is back. */
final class WatchedExporter implements SpanExporter {
    private final SpanExporter exporter;
    private final FailureLog failures;
    private final LongAdder delivered = new LongAdder();
    private volatile boolean abandoned;
    private volatile @Nullable CompletableResultCode current;

    WatchedExporter(String platform, SpanExporter exporter) {
        this.exporter = exporter;
        this.failures = new FailureLog(platform, "spans", "ticket-summarizer doctor --live");
    }

    /** Spans that the platform said it has taken. */
    long delivered() {
        return delivered.sum();
    }

    /** Whether the last spans that were sent did not arrive. */
    boolean isFailing() {
        return failures.isFailing();
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
            if (sent.isSuccess()) {
                delivered.add(count);
                failures.arrived();
                result.succeed();
            } else {
                failures.failed(sent.getFailureThrowable());
                result.fail();
            }
        });
        return result;
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
