package io.github.ticketsummarizer.telemetry.span;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.telemetry.BuildVersion;
import io.github.ticketsummarizer.telemetry.TraceContext;
import io.github.ticketsummarizer.telemetry.attribute.Errors;
import io.github.ticketsummarizer.telemetry.attribute.Product;
import io.github.ticketsummarizer.telemetry.export.RootPromotion;
import io.github.ticketsummarizer.telemetry.redaction.ContentPolicy;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import java.util.Collection;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Makes the spans of this program. Thread-safe. */
public final class Tracing implements AutoCloseable {
    private static final String SCOPE = "io.github.ticketsummarizer";

    private final OpenTelemetry openTelemetry;
    private final Tracer tracer;
    private final boolean enabled;
    private final ContentPolicy policy;
    private final FixedTexts fixed;
    private final Executor preparation;
    private final Runnable closing;
    private final ObjectMapper mapper = new Json().mapper();

    /** One that takes personal data out of texts, as is the default, and does all on the thread of its caller. */
    public Tracing(OpenTelemetry openTelemetry) {
        this(openTelemetry, ContentPolicy.standard(), Runnable::run, () -> {});
    }

    private Tracing(OpenTelemetry openTelemetry, ContentPolicy policy, Executor preparation, Runnable closing) {
        this.openTelemetry = openTelemetry;
        this.policy = policy;
        this.preparation = preparation;
        this.closing = closing;
        this.fixed = new FixedTexts(policy);
        this.tracer = openTelemetry
                .tracerBuilder(SCOPE)
                .setInstrumentationVersion(BuildVersion.text())
                .build();
        this.enabled = !openTelemetry.getTracerProvider().equals(TracerProvider.noop());
    }

    /**
     * One that prepares what spans tell on threads of its own, which {@link #close} ends.
     *
     * @param policy what of a ticket's text may stand in spans
     */
    public static Tracing of(OpenTelemetry openTelemetry, ContentPolicy policy) {
        Preparation preparation = new Preparation();
        return new Tracing(openTelemetry, policy, preparation, preparation::close);
    }

    /** One that makes none. */
    public static Tracing none() {
        return new Tracing(OpenTelemetry.noop());
    }

    /** False where no span goes anywhere, so that nothing need be prepared for one. */
    public boolean isEnabled() {
        return enabled;
    }

    /** Lets text through as the policy allows. */
    public SpanContent content(Collection<String> people) {
        return new SpanContent(policy, fixed, people);
    }

    /** Collects what a span tells of its own. */
    public SpanDetails details() {
        return new SpanDetails(this::content, mapper);
    }

    /** For libraries that make spans of their own. */
    public OpenTelemetry openTelemetry() {
        return openTelemetry;
    }

    /** Makes the metrics of this program. */
    public Meter meter() {
        return openTelemetry
                .meterBuilder(SCOPE)
                .setInstrumentationVersion(BuildVersion.text())
                .build();
    }

    /** Starts to build a span below a context, with the attributes that the context hands down. */
    public SpanBuilder child(Context parent, String name, SpanKind kind) {
        return tracer.spanBuilder(name)
                .setParent(parent)
                .setSpanKind(kind)
                .setAllAttributes(InheritedAttributes.of(parent));
    }

    /** The context below a span that need not exist yet. */
    public static Context below(TraceContext span, Attributes inherited) {
        return InheritedAttributes.with(Context.root().with(Span.wrap(spanContext(span))), inherited);
    }

    /** Starts a span that tells more than its work should wait for. */
    public OpenSpan open(SpanBuilder builder) {
        return new OpenSpan(builder, preparation);
    }

    /**
     * Sends a span under its chosen id, soon.
     *
     * @param telling what it tells besides, which may take a while to prepare
     */
    public void emit(FinishedSpan finished, Supplier<Attributes> telling) {
        preparation.execute(() -> emit(finished.telling(Preparation.told(telling))));
    }

    /** Sends a span under its chosen id. */
    public void emit(FinishedSpan finished) {
        SpanBuilder builder = tracer.spanBuilder(finished.name())
                .setSpanKind(finished.kind())
                .setParent(below(finished.self(), Attributes.empty()))
                .setStartTimestamp(finished.start())
                .setAttribute(RootPromotion.MARKER, true);
        if (finished.parentSpanId() != null) {
            builder.setAttribute(RootPromotion.PARENT, Long.parseUnsignedLong(finished.parentSpanId(), 16));
        }
        finished.links().forEach(link -> builder.addLink(spanContext(link)));
        Span span = builder.setAllAttributes(finished.attributes()).startSpan();
        finished.events().forEach(event -> span.addEvent(event.name(), event.attributes(), event.at()));
        SpanError error = finished.error();
        if (error == null) {
            span.setStatus(StatusCode.OK);
        } else {
            mark(span, error);
            span.addEvent(Errors.EXCEPTION, exception(error), finished.end());
        }
        span.end(finished.end());
    }

    /** Marks a span that is still open as failed: by status, attributes and event. */
    public static void fail(Span span, SpanError error) {
        mark(span, error);
        span.addEvent(Errors.EXCEPTION, exception(error));
    }

    /** Langfuse stores no events. */
    private static void mark(Span span, SpanError error) {
        span.setStatus(StatusCode.ERROR, error.message());
        span.setAttribute(Errors.TYPE, error.type());
        span.setAttribute(Errors.MESSAGE, error.message());
        span.setAttribute(Product.RETRYABLE, error.retryable());
    }

    /** What an event of the name {@link Errors#EXCEPTION} says of an error. */
    public static Attributes exception(SpanError error) {
        return Attributes.of(Errors.EXCEPTION_TYPE, error.type(), Errors.EXCEPTION_MESSAGE, error.message());
    }

    /** Waits until what is prepared is ready, and sent. */
    @Override
    public void close() {
        closing.run();
    }

    private static SpanContext spanContext(TraceContext span) {
        return SpanContext.createFromRemoteParent(
                span.traceId(), span.spanId(), TraceFlags.getSampled(), TraceState.getDefault());
    }
}
