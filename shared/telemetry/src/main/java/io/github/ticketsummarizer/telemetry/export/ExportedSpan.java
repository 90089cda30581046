package io.github.ticketsummarizer.telemetry.export;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.InstrumentationLibraryInfo;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A span that ended, in the queues of all platforms at once. Whichever of them sends it first has it edited, on a thread
 * that exports; the others get the result, and the recorded span is let go.
 */
final class ExportedSpan implements ReadableSpan {
    private final SpanContext context;
    private final UnaryOperator<SpanData> edit;
    private @Nullable ReadableSpan recorded;
    private @Nullable SpanData edited;

    ExportedSpan(ReadableSpan recorded, UnaryOperator<SpanData> edit) {
        this.context = recorded.getSpanContext();
        this.edit = edit;
        this.recorded = recorded;
    }

    @Override
    public synchronized SpanData toSpanData() {
        if (edited == null && recorded != null) {
            edited = edit.apply(recorded.toSpanData());
            recorded = null;
        }
        if (edited == null) {
            throw new IllegalStateException("a span is recorded or edited");
        }
        return edited;
    }

    /** As it was recorded: the queues ask for the sampling decision alone, before it is worth editing the span. */
    @Override
    public SpanContext getSpanContext() {
        return context;
    }

    @Override
    public SpanContext getParentSpanContext() {
        return toSpanData().getParentSpanContext();
    }

    @Override
    public String getName() {
        return toSpanData().getName();
    }

    @Override
    @Deprecated
    public InstrumentationLibraryInfo getInstrumentationLibraryInfo() {
        return toSpanData().getInstrumentationLibraryInfo();
    }

    @Override
    public InstrumentationScopeInfo getInstrumentationScopeInfo() {
        return toSpanData().getInstrumentationScopeInfo();
    }

    @Override
    public boolean hasEnded() {
        return true;
    }

    @Override
    public long getLatencyNanos() {
        return toSpanData().getEndEpochNanos() - toSpanData().getStartEpochNanos();
    }

    @Override
    public SpanKind getKind() {
        return toSpanData().getKind();
    }

    @Override
    public <T> @Nullable T getAttribute(AttributeKey<T> key) {
        return toSpanData().getAttributes().get(key);
    }

    @Override
    public Attributes getAttributes() {
        return toSpanData().getAttributes();
    }
}
