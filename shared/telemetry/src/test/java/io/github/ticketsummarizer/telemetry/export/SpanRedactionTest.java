package io.github.ticketsummarizer.telemetry.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.telemetry.redaction.ContentPolicy;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpanRedactionTest {
    private static final String ADDRESS = "karen@example.com";
    private static final Attributes ATTRIBUTES = Attributes.builder()
            .put("input.value", "mail " + ADDRESS)
            .put("url.full", "https://example.com/search?query=requester:karen@example.com&token=abc123")
            .put(AttributeKey.stringArrayKey("tag.tags"), "pod", ADDRESS)
            .put("llm.token_count.prompt", 12L)
            .put("success", true)
            .build();

    @Test
    void leavesPersonalDataInNoPartOfASpan() {
        SpanData redacted = new SpanRedaction(ContentPolicy.standard()).apply(span());

        assertThat(redacted.getName()).isEqualTo("look up [email]");
        assertThat(redacted.getAttributes())
                .isEqualTo(Attributes.builder()
                        .put("input.value", "mail [email]")
                        .put("url.full", "https://example.com/search?query=requester:[email]&token=[token]")
                        .put(AttributeKey.stringArrayKey("tag.tags"), "pod", "[email]")
                        .put("llm.token_count.prompt", 12L)
                        .put("success", true)
                        .build());
        assertThat(redacted.getStatus())
                .isEqualTo(StatusData.create(span().getStatus().getStatusCode(), "no [email]"));
        assertThat(redacted.getEvents().getFirst().getAttributes())
                .isEqualTo(Attributes.of(AttributeKey.stringKey("exception.message"), "no [email]"));
        assertThat(redacted.toString() + redacted.getLinks()).doesNotContain(ADDRESS);
    }

    @Test
    void readsNoTextAgainThatWasRedactedBeforeAndSendsNoMark() {
        AttributesBuilder attributes = Attributes.builder().put("output.value", "to " + ADDRESS);
        RedactedMarks.put(attributes, AttributeKey.stringKey("input.value"), "from " + ADDRESS);

        SpanData redacted = new SpanRedaction(ContentPolicy.standard()).apply(spanOf(attributes.build()));

        assertThat(redacted.getAttributes())
                .isEqualTo(Attributes.builder()
                        .put("input.value", "from " + ADDRESS)
                        .put("output.value", "to [email]")
                        .build());
        assertThat(redacted.getTotalAttributeCount()).isEqualTo(2);
    }

    @Test
    void leavesOutContentButNoFigureWhereContentIsOff() {
        ContentPolicy none = ContentPolicy.from(Map.of("TELEMETRY_CONTENT", "none")::get, (setting, problem) -> {});

        SpanData redacted = new SpanRedaction(none).apply(span());

        assertThat(redacted.getAttributes().asMap())
                .containsEntry(AttributeKey.longKey("llm.token_count.prompt"), 12L)
                .doesNotContainKey(AttributeKey.stringKey("input.value"));
        assertThat(redacted.getEvents().getFirst().getAttributes().isEmpty()).isTrue();
        assertThat(redacted.getStatus()).isEqualTo(StatusData.error());
        assertThat(redacted.getTotalAttributeCount())
                .isEqualTo(redacted.getAttributes().size());
    }

    @Test
    void leavesNothingThatAPlatformCannotStoreAndCountsWhatIsLost() {
        Attributes odd = Attributes.builder()
                .put("seed", Double.NaN)
                .put(AttributeKey.doubleArrayKey("scores"), List.of(0.5, Double.POSITIVE_INFINITY))
                .put(AttributeKey.valueKey("body"), Value.of(new byte[] {1, 2}))
                .put(AttributeKey.valueKey("sender"), Value.of(KeyValue.of("address", Value.of(ADDRESS))))
                .put("input.value", "a\0b")
                .put(AttributeKey.doubleArrayKey("weights"), List.of(0.5))
                .build();

        SpanData redacted = new SpanRedaction(ContentPolicy.standard())
                .apply(TestSpanData.builder()
                        .setName("odd")
                        .setKind(SpanKind.INTERNAL)
                        .setStartEpochNanos(1)
                        .setEndEpochNanos(2)
                        .setHasEnded(true)
                        .setStatus(StatusData.unset())
                        .setAttributes(odd)
                        .setTotalAttributeCount(odd.size())
                        .build());

        assertThat(redacted.getAttributes())
                .isEqualTo(Attributes.builder()
                        .put("body", "AQI=")
                        .put("sender", "{\"address\":\"[email]\"}")
                        .put("input.value", "a\uFFFDb")
                        .put(AttributeKey.doubleArrayKey("weights"), List.of(0.5))
                        .build());
        assertThat(redacted.getTotalAttributeCount() - redacted.getAttributes().size())
                .isEqualTo(2);
    }

    private static SpanData span() {
        return spanOf(ATTRIBUTES);
    }

    private static SpanData spanOf(Attributes attributes) {
        return TestSpanData.builder()
                .setName("look up " + ADDRESS)
                .setKind(SpanKind.INTERNAL)
                .setStartEpochNanos(1)
                .setEndEpochNanos(2)
                .setHasEnded(true)
                .setAttributes(attributes)
                .setTotalAttributeCount(attributes.size())
                .setStatus(StatusData.create(StatusData.error().getStatusCode(), "no " + ADDRESS))
                .setEvents(List.of(EventData.create(
                        1, "exception", Attributes.of(AttributeKey.stringKey("exception.message"), "no " + ADDRESS))))
                .setLinks(List.of(LinkData.create(
                        SpanContext.getInvalid(), Attributes.of(AttributeKey.stringKey("who"), ADDRESS))))
                .build();
    }
}
