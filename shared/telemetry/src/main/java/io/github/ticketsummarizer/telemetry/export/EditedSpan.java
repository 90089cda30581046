package io.github.ticketsummarizer.telemetry.export;

import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;

/** A span of which something is other than it was recorded. */
abstract class EditedSpan extends DelegatingSpanData {
    private final int unrecordedAttributes;

    EditedSpan(SpanData recorded) {
        super(recorded);
        this.unrecordedAttributes =
                recorded.getTotalAttributeCount() - recorded.getAttributes().size();
    }

    /** Attributes taken away here do not count as dropped for want of room, which this number tells the platforms. */
    @Override
    public int getTotalAttributeCount() {
        return getAttributes().size() + unrecordedAttributes;
    }
}
