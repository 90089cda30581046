package io.github.ticketsummarizer.telemetry.sdk;

import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.telemetry.export.RootPromotion;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A program with a ticket's trace, for tests that run it in a JVM of its own, with and without the agent. */
public final class TracedProgram {
    static final SpanContext ROOT = SpanContext.createFromRemoteParent(
            "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", TraceFlags.getSampled(), TraceState.getDefault());

    private TracedProgram() {}

    /** Takes the address of a server to call while a span is open, and settings besides the environment's, name=value. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>(System.getenv());
        for (String setting : Arrays.asList(arguments).subList(1, arguments.length)) {
            settings.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        try (Telemetry telemetry = Telemetry.start(new Settings(settings), "ticket-summarizer-pod")) {
            Tracer tracer = telemetry.openTelemetry().getTracer("io.github.ticketsummarizer");
            Context root = Context.root().with(Span.wrap(ROOT));
            Span stage = tracer.spanBuilder("categorize_ticket")
                    .setParent(root)
                    .setSpanKind(SpanKind.CONSUMER)
                    .setAttribute("note", "from jane.doe@example.com")
                    .startSpan();
            try (Scope ignored = root.with(stage)
                    .with(Baggage.builder().put("run.id", "1").build())
                    .makeCurrent()) {
                call(arguments[0]);
                tracer.spanBuilder("chat gemini-2.5-flash").startSpan().end();
            }
            stage.end();
            tracer.spanBuilder("process_ticket")
                    .setParent(root)
                    .setAttribute(RootPromotion.MARKER, true)
                    .startSpan()
                    .end();
        }
        System.exit(0);
    }

    private static void call(String address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding());
        }
    }
}
