package io.github.ticketsummarizer.benchmarks.tracing;

import io.github.ticketsummarizer.benchmarks.GeneratedTickets;
import io.github.ticketsummarizer.benchmarks.OutputCounter;
import io.github.ticketsummarizer.benchmarks.Submissions;
import io.github.ticketsummarizer.fakes.llm.FakeLlm;
import io.github.ticketsummarizer.local.EmbeddedPipeline;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** Spans of tickets that went through the pipeline once, with all they tell, to be ended again in traces of other ids. */
final class RecordedTickets {
    /** Those of every kind, and of the sending of records as many as are left. */
    static final int SPANS = 12;

    private static final int TICKETS = 24;
    private static final String PROVIDER = "gemini";

    private final List<List<SpanData>> tickets;

    private RecordedTickets(List<List<SpanData>> tickets) {
        this.tickets = tickets;
    }

    /** Has the pipeline of {@code run} process sample tickets, and a stand-in answer its calls at once. */
    static RecordedTickets record(Path folder) throws IOException {
        GeneratedTickets files = GeneratedTickets.write(folder, TICKETS);
        Recorder recorder = new Recorder();
        try (FakeLlm models = new FakeLlm(Duration.ZERO);
                OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
                        .setTracerProvider(SdkTracerProvider.builder()
                                .addSpanProcessor(SimpleSpanProcessor.create(recorder))
                                .build())
                        .build()) {
            models.start(0);
            Map<String, String> settings = new HashMap<>(models.settings().getOrDefault(PROVIDER, Map.of()));
            settings.put("TICKET_SOURCE", "file");
            settings.put("TICKET_PATH", files.tickets().toString());
            process(new EmbeddedPipeline(folder.resolve("recorded"), 0, new Settings(settings), new Tracing(sdk)));
        }
        return new RecordedTickets(recorder.tickets());
    }

    private static void process(EmbeddedPipeline started) {
        try (EmbeddedPipeline pipeline = started) {
            pipeline.start();
            try (OutputCounter reports = new OutputCounter(
                    pipeline.kafkaSettings(), pipeline.topics().merged())) {
                new Submissions(pipeline.kafkaSettings(), pipeline.topics(), PROVIDER).send(0, TICKETS);
                reports.await(TICKETS);
            }
        }
    }

    /**
     * Ends the spans of one of them anew.
     *
     * @param number any, from 1; the trace's id comes from it, and which of the tickets it is
     */
    void end(Tracer tracer, int number) {
        String traceId = "%032x".formatted(number);
        for (SpanData recorded : tickets.get(number % tickets.size())) {
            SpanContext parent = SpanContext.createFromRemoteParent(
                    traceId, recorded.getParentSpanId(), TraceFlags.getSampled(), TraceState.getDefault());
            Span span = tracer.spanBuilder(recorded.getName())
                    .setSpanKind(recorded.getKind())
                    .setParent(Context.root().with(Span.wrap(parent)))
                    .setAllAttributes(recorded.getAttributes())
                    .startSpan();
            recorded.getEvents().forEach(event -> span.addEvent(event.getName(), event.getAttributes()));
            span.setStatus(recorded.getStatus().getStatusCode());
            span.end();
        }
    }

    private static final class Recorder implements SpanExporter {
        private final Queue<SpanData> spans = new ConcurrentLinkedQueue<>();

        List<List<SpanData>> tickets() {
            return spans.stream().collect(Collectors.groupingBy(SpanData::getTraceId)).values().stream()
                    .map(Recorder::chosen)
                    .toList();
        }

        private static List<SpanData> chosen(List<SpanData> trace) {
            List<SpanData> chosen = trace.stream()
                    .sorted(Comparator.comparing(span -> span.getName().endsWith(" publish")))
                    .limit(SPANS)
                    .toList();
            if (chosen.size() < SPANS) {
                throw new IllegalStateException("a trace has %d spans only".formatted(chosen.size()));
            }
            return chosen;
        }

        @Override
        public CompletableResultCode export(Collection<SpanData> ended) {
            spans.addAll(ended);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
