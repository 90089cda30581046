package io.github.ticketsummarizer.telemetry.export;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends to one platform, counts what arrived, and tells once when the platform fails and once when it is back. */
final class WatchedExporter implements SpanExporter {
    // Inside the agent this is the agent's log: the application's may not be there yet.
    private static final Logger log = Logger.getLogger(WatchedExporter.class.getName());

    private final String platform;
    private final SpanExporter exporter;
    private final LongAdder delivered = new LongAdder();
    private volatile boolean failing;
    private volatile boolean abandoned;
    private volatile @Nullable CompletableResultCode current;

    WatchedExporter(String platform, SpanExporter exporter) {
        this.platform = platform;
        this.exporter = exporter;
    }

    /** Spans that the platform said it has taken. */
    long delivered() {
        return delivered.sum();
    }

    /** Whether the last spans that were sent did not arrive. */
    boolean isFailing() {
        return failing;
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
                tellBack();
                result.succeed();
            } else {
                tellFailing(sent.getFailureThrowable());
                result.fail();
            }
        });
        return result;
    }

    private void tellFailing(@Nullable Throwable failure) {
        if (!failing) {
            failing = true;
            log.log(
                    Level.WARNING,
                    "{0} takes no spans: {1}. Tickets go on without. See: ticket-summarizer doctor --live",
                    new Object[] {platform, ExportFailure.of(failure).text()});
        }
    }

    private void tellBack() {
        if (failing) {
            failing = false;
            log.log(Level.WARNING, "{0} takes spans again", platform);
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
