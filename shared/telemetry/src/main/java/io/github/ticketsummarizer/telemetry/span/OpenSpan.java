package io.github.ticketsummarizer.telemetry.span;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * A span whose work goes on while what it tells is prepared. It ends when its work does, and is sent when all is told. Not
 * for use by several threads at once.
 */
public final class OpenSpan {
    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime();
    private final Span span;
    private final Executor preparation;
    private CompletableFuture<Void> told = CompletableFuture.completedFuture(null);

    OpenSpan(SpanBuilder builder, Executor preparation) {
        this.span = builder.setStartTimestamp(start).startSpan();
        this.preparation = preparation;
    }

    /** To add what costs nothing, and to be the parent of others. */
    public Span span() {
        return span;
    }

    /** Adds what takes a while to prepare, after what was told before. */
    public void tell(Supplier<Attributes> telling) {
        told = told.thenRunAsync(() -> span.setAllAttributes(Preparation.told(telling)), preparation);
    }

    /** The work is over. */
    public void end() {
        Instant end = start.plusNanos(System.nanoTime() - startNanos);
        told = told.thenRunAsync(() -> span.end(end), preparation);
    }
}
