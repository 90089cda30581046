package io.github.ticketsummarizer.telemetry.export;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Hands every span that ends to all platforms, each with a queue and a thread of its own, so that one that is slow or gone
 * costs the others nothing. What is sent is edited once for all of them.
 */
public final class FanOutSpanProcessor implements SpanProcessor {
    private final UnaryOperator<SpanData> edit;
    private final List<SpanProcessor> platforms;

    /**
     * @param edit what is made of a recorded span; called on a thread that exports
     * @param platforms one processor each
     */
    public FanOutSpanProcessor(UnaryOperator<SpanData> edit, List<? extends SpanProcessor> platforms) {
        this.edit = edit;
        this.platforms = List.copyOf(platforms);
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // Nothing is done with a span before it ends.
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        ExportedSpan exported = new ExportedSpan(span, edit);
        platforms.forEach(platform -> platform.onEnd(exported));
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    @Override
    public CompletableResultCode forceFlush() {
        return all(SpanProcessor::forceFlush);
    }

    @Override
    public CompletableResultCode shutdown() {
        return all(SpanProcessor::shutdown);
    }

    private CompletableResultCode all(Function<SpanProcessor, CompletableResultCode> action) {
        return CompletableResultCode.ofAll(platforms.stream().map(action).toList());
    }
}
