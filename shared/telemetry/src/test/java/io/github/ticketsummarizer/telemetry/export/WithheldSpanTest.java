package io.github.ticketsummarizer.telemetry.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WithheldSpanTest {
    private static final String SECRET = "jane@example.com";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingOfTheTextGoesOutWhereRedactingFails(boolean endlessly) {
        InMemorySpanExporter exporter = InMemorySpanExporter.create();
        UnaryOperator<SpanData> edit = WithheldSpan.whereFails(endlessly ? this::recurse : WithheldSpanTest::fail);
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(new FanOutSpanProcessor(edit, List.of(SimpleSpanProcessor.create(exporter))))
                .build();
        Span span = provider.get("test").spanBuilder(SECRET).startSpan();
        span.setAttribute("text", SECRET);
        span.setAttribute(AttributeKey.stringArrayKey("texts"), List.of(SECRET));
        span.setAttribute(AttributeKey.valueKey("value"), Value.of(SECRET));
        span.setAttribute("comment_count", 3);
        span.addEvent(SECRET, Attributes.of(AttributeKey.stringKey("text"), SECRET));
        span.setStatus(StatusCode.ERROR, SECRET);
        span.end();

        SpanData sent = exporter.getFinishedSpanItems().getFirst();
        assertThat(sent.getName()).isEqualTo("[withheld]");
        assertThat(sent.getAttributes())
                .isEqualTo(Attributes.of(WithheldSpan.MARK, true, AttributeKey.longKey("comment_count"), 3L));
        assertThat(sent.getEvents()).isEmpty();
        assertThat(sent.getStatus()).isEqualTo(StatusData.create(StatusCode.ERROR, ""));
    }

    private static SpanData fail(SpanData span) {
        throw new IllegalStateException(span.getName());
    }

    private SpanData recurse(SpanData span) {
        return recurse(span);
    }
}
