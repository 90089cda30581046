package io.github.ticketsummarizer.telemetry.export;

import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;

/** A span of which something is other than it was recorded. */
abstract class EditedSpan extends DelegatingSpanData {
    private final int unrecordedAttributes;

    EditedSpan(SpanData recorded) {
        this(recorded, 0);
    }

    /** @param lost how many attributes the span loses since they cannot be sent */
    EditedSpan(SpanData recorded, int lost) {
        super(recorded);
        this.unrecordedAttributes =
                recorded.getTotalAttributeCount() - recorded.getAttributes().size() + lost;
    }

    /** Attributes that are kept back on purpose do not count as dropped, which this number tells the platforms. */
    @Override
    public int getTotalAttributeCount() {
        return getAttributes().size() + unrecordedAttributes;
    }
}
