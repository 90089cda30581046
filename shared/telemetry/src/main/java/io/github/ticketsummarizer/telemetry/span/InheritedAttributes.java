package io.github.ticketsummarizer.telemetry.span;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.Objects;

/**
 * Attributes that every span below a context carries, as Langfuse needs of a trace's: it filters and sums by span. They go
 * by the context and not by baggage, which would leave in headers.
 */
public final class InheritedAttributes {
    private static final ContextKey<Attributes> KEY = ContextKey.named("ticket-summarizer-inherited-attributes");

    private InheritedAttributes() {}

    /** The context with these attributes added to those that it has. */
    public static Context with(Context context, Attributes attributes) {
        return context.with(KEY, of(context).toBuilder().putAll(attributes).build());
    }

    /** Those of a context; empty where there are none. */
    public static Attributes of(Context context) {
        return Objects.requireNonNullElse(context.get(KEY), Attributes.empty());
    }
}
