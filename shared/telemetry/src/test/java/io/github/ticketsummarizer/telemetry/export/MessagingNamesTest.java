package io.github.ticketsummarizer.telemetry.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import org.junit.jupiter.api.Test;

class MessagingNamesTest {
    private final MessagingNames names = new MessagingNames();

    @Test
    void aSpanOfTheLibraryHasTheNamesOfTodayAndLosesNothing() {
        SpanData renamed = names.apply(span(Attributes.builder()
                .put("messaging.system", "kafka")
                .put("messaging.operation", "publish")
                .put("messaging.client_id", "producer-1")
                .put("messaging.kafka.message.offset", 7L)
                .build()));

        assertThat(renamed.getAttributes())
                .isEqualTo(Attributes.builder()
                        .put("messaging.system", "kafka")
                        .put("messaging.operation.type", "send")
                        .put("messaging.operation.name", "publish")
                        .put("messaging.client.id", "producer-1")
                        .put("messaging.kafka.offset", 7L)
                        .build());
        assertThat(renamed.getTotalAttributeCount()).isEqualTo(5);
    }

    @Test
    void whatWasNotWrittenHasNoOffset() {
        SpanData renamed = names.apply(
                span(Attributes.builder().put("messaging.operation", "publish").build()));

        assertThat(renamed.getAttributes())
                .isEqualTo(Attributes.builder()
                        .put("messaging.operation.type", "send")
                        .put("messaging.operation.name", "publish")
                        .build());
        assertThat(renamed.getTotalAttributeCount()).isEqualTo(2);
    }

    @Test
    void aSpanWithTheNamesOfTodayIsLeftAsItIs() {
        SpanData stage = span(Attributes.builder()
                .put("messaging.operation.type", "process")
                .put("messaging.kafka.offset", 7L)
                .build());

        assertThat(names.apply(stage)).isSameAs(stage);
    }

    private static SpanData span(Attributes attributes) {
        return TestSpanData.builder()
                .setName("raw-tickets publish")
                .setKind(SpanKind.PRODUCER)
                .setStartEpochNanos(1)
                .setEndEpochNanos(2)
                .setHasEnded(true)
                .setStatus(StatusData.unset())
                .setAttributes(attributes)
                .setTotalAttributeCount(attributes.size())
                .build();
    }
}
