package io.github.ticketsummarizer.telemetry.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlatformProcessorTest {
    private static final int SPANS = 5_000;
    private static final QueueSize QUEUE = new QueueSize(100, 50, Duration.ofMillis(5));
    private static final QueueSize AMPLE = new QueueSize(SPANS, 50, Duration.ofMillis(5));

    private final LogLines lines = new LogLines();

    @BeforeEach
    void listen() {
        lines.listen();
    }

    @AfterEach
    void stopListening() {
        lines.close();
    }

    @Test
    void aPlatformThatNeverAnswersAndOneThatRefusesCostTheThirdNothing() {
        InMemorySpanExporter healthy = InMemorySpanExporter.create();
        PlatformProcessor third = processor("third", healthy, AMPLE);
        PlatformProcessor silent = processor("silent", new Answering(CompletableResultCode::new), QUEUE);
        PlatformProcessor refusing = processor("refusing", new Answering(CompletableResultCode::ofFailure), QUEUE);
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(new FanOutSpanProcessor(UnaryOperator.identity(), List.of(silent, refusing, third)))
                .build();

        end(provider, SPANS);
        third.forceFlush().join(20, TimeUnit.SECONDS);

        assertThat(healthy.getFinishedSpanItems()).hasSize(SPANS);
        assertThat(third.undelivered()).isZero();
        assertThat(silent.undelivered()).isEqualTo(SPANS);
        assertThat(refusing.undelivered()).isEqualTo(SPANS);
    }

    @Test
    void aPlatformThatFailedIsNotWaitedForAtTheEndAndItsLossIsTold() {
        Answering exporter = new Answering(CompletableResultCode::ofFailure);
        PlatformProcessor processor = processor("gone", exporter, QUEUE);
        SdkTracerProvider provider =
                SdkTracerProvider.builder().addSpanProcessor(processor).build();
        end(provider, 1);
        await().until(() -> exporter.calls() == 1);
        exporter.answer = CompletableResultCode::new;
        end(provider, 2);
        await().until(() -> exporter.calls() == 2);

        CompletableResultCode stopped = provider.shutdown().join(20, TimeUnit.SECONDS);

        // The exporter never answers, and a queue would give it half a minute for each batch.
        assertThat(stopped.isDone()).isTrue();
        assertThat(lines.all())
                .containsExactly(
                        "gone takes no spans: it could not be sent. Tickets go on without. See: ticket-summarizer doctor --live",
                        "3 spans did not reach gone");
    }

    @Test
    void whatAPlatformThatNeverAnswersDidNotGetIsToldBeforeTheProgramEnds() {
        Answering exporter = new Answering(CompletableResultCode::new);
        PlatformProcessor processor = processor("hanging", exporter, QUEUE);
        SdkTracerProvider provider =
                SdkTracerProvider.builder().addSpanProcessor(processor).build();
        end(provider, 24);

        CompletableResultCode stopped =
                provider.shutdown().join(TraceExport.EXIT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);

        assertThat(stopped.isDone()).isTrue();
        assertThat(lines.all()).containsExactly("24 spans did not reach hanging");
    }

    @Test
    void whatAFullQueueDropsIsToldOnceWhileItGoesOnAndCountedAtTheEnd() {
        Answering exporter = new Answering(CompletableResultCode::new);
        PlatformProcessor processor = processor("slow", exporter, QUEUE);
        SdkTracerProvider provider =
                SdkTracerProvider.builder().addSpanProcessor(processor).build();
        CompletableResultCode late = new CompletableResultCode();
        exporter.answer = () -> late;
        end(provider, 1);
        await().until(() -> exporter.calls() == 1);
        end(provider, 300);
        exporter.answer = CompletableResultCode::ofSuccess;
        late.succeed();

        provider.shutdown().join(20, TimeUnit.SECONDS);

        assertThat(lines.all())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("slow takes spans more slowly than they come, and 100 wait already: further"
                                        + " ones are dropped. OTEL_BSP_MAX_QUEUE_SIZE lets more wait"),
                        line -> assertThat(line).isEqualTo(processor.undelivered() + " spans did not reach slow"));
        // 100 wait, of which the next batch of 50 may have left the queue already.
        assertThat(processor.undelivered()).isBetween(150L, 200L);
    }

    @Test
    void aPlatformThatIsBackIsToldOnce() {
        Answering exporter = new Answering(CompletableResultCode::ofFailure);
        PlatformProcessor processor = processor("restarted", exporter, QUEUE);
        try (SdkTracerProvider provider =
                SdkTracerProvider.builder().addSpanProcessor(processor).build()) {
            for (int i = 1; i <= 4; i++) {
                int calls = i;
                exporter.answer = i < 3 ? CompletableResultCode::ofFailure : CompletableResultCode::ofSuccess;
                end(provider, 1);
                await().until(() -> exporter.calls() == calls);
            }
            processor.forceFlush().join(20, TimeUnit.SECONDS);

            assertThat(processor.undelivered()).isEqualTo(2);
            assertThat(lines.all())
                    .satisfiesExactly(
                            line -> assertThat(line).startsWith("restarted takes no spans"),
                            line -> assertThat(line).isEqualTo("restarted takes spans again"));
        }
    }

    @Test
    void aQueueFitsTheHeap() {
        assertThat(QueueSize.spansFitting(256L << 20)).isEqualTo(8_192);
        assertThat(QueueSize.spansFitting(400L << 20)).isEqualTo(12_800);
        assertThat(QueueSize.spansFitting(8L << 30)).isEqualTo(32_768);
    }

    private static PlatformProcessor processor(String platform, SpanExporter exporter, QueueSize queue) {
        return new PlatformProcessor(platform, failedAttempt -> exporter, queue, MeterProvider::noop);
    }

    private static void end(SdkTracerProvider provider, int spans) {
        for (int i = 0; i < spans; i++) {
            provider.get("test").spanBuilder("fetch_ticket").startSpan().end();
        }
    }

    private static final class Answering implements SpanExporter {
        private final List<Integer> calls = Collections.synchronizedList(new ArrayList<>());
        private volatile Supplier<CompletableResultCode> answer;

        Answering(Supplier<CompletableResultCode> answer) {
            this.answer = answer;
        }

        int calls() {
            return calls.size();
        }

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            calls.add(spans.size());
            return answer.get();
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
