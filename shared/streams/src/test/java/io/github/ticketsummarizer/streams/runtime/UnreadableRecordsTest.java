package io.github.ticketsummarizer.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.TicketFailure;
import io.github.ticketsummarizer.streams.HeaderText;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.telemetry.HeaderNames;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnreadableRecordsTest {
    private static final byte[] KEY = "78788".getBytes(StandardCharsets.UTF_8);
    private static final byte[] VALUE = "{\"customer\": \"Ada Smith".getBytes(StandardCharsets.UTF_8);

    private final Topics topics = new Topics(new Json(), 1024 * 1024);
    private final UnreadableRecords records = new UnreadableRecords(Stage.SYNTHESIS, topics, Clock.systemUTC());

    @Test
    void keepsTheBytesAndSaysWhereTheyCameFrom() {
        List<ProducerRecord<byte[], byte[]>> written =
                records.recordsFor(unreadable(), new IllegalStateException("Ada Smith"));

        assertThat(written).singleElement().satisfies(letter -> {
            assertThat(letter.topic()).isEqualTo("dead-letters");
            assertThat(letter.key()).isEqualTo(KEY);
            assertThat(letter.value()).isEqualTo(VALUE);
            assertThat(HeaderText.of(letter.headers(), "__streams.errors.topic"))
                    .isEqualTo("raw-tickets");
            assertThat(HeaderText.of(letter.headers(), "__streams.errors.partition"))
                    .isEqualTo("3");
            assertThat(HeaderText.of(letter.headers(), "__streams.errors.offset"))
                    .isEqualTo("42");
            assertThat(headerText(letter)).as("headers hold no ticket text").doesNotContain("Ada");
        });
    }

    @Test
    void closesTheTicketThatTheHeadersName() {
        ConsumerRecord<byte[], byte[]> unreadable = unreadable();
        HeaderText.add(unreadable.headers(), HeaderNames.REQUEST_ID, "run:78788:1");
        HeaderText.add(unreadable.headers(), HeaderNames.RUN_ID, "run");

        ProducerRecord<byte[], byte[]> closing =
                records.recordsFor(unreadable, new IllegalStateException("Ada")).get(1);
        TicketFailure failure =
                topics.ticketFailures().valueSerde().deserializer().deserialize(closing.topic(), closing.value());

        assertThat(closing.topic()).isEqualTo("ticket-failures");
        assertThat(closing.key()).isEqualTo(KEY);
        assertThat(failure.requestId()).isEqualTo("run:78788:1");
        assertThat(failure.runId()).isEqualTo("run");
        assertThat(failure.stage()).isEqualTo(Stage.SYNTHESIS);
        assertThat(failure.errorType()).isEqualTo(ErrorType.INTERNAL);
        assertThat(failure.message()).contains("raw-tickets-3@42").contains("dead-letters");
    }

    @ParameterizedTest
    @CsvSource({"pod-results, CATEGORIZATION", "diag-results, DIAGNOSTICS", "synthesized, MERGE"})
    void aLostResultCostsItsOwnAnalysisOnly(String topic, Stage blamed) {
        ConsumerRecord<byte[], byte[]> unreadable = new ConsumerRecord<>(topic, 3, 42, KEY, VALUE);
        HeaderText.add(unreadable.headers(), HeaderNames.REQUEST_ID, "run:78788:1");
        UnreadableRecords ofAggregator = new UnreadableRecords(Stage.MERGE, topics, Clock.systemUTC());

        assertThat(failureIn(ofAggregator.recordsFor(unreadable, new IllegalStateException()))
                        .stage())
                .isEqualTo(blamed);
    }

    private TicketFailure failureIn(List<ProducerRecord<byte[], byte[]>> written) {
        return topics.ticketFailures()
                .valueSerde()
                .deserializer()
                .deserialize("", written.get(1).value());
    }

    private static ConsumerRecord<byte[], byte[]> unreadable() {
        return new ConsumerRecord<>("raw-tickets", 3, 42, KEY, VALUE);
    }

    private static String headerText(ProducerRecord<byte[], byte[]> record) {
        return Arrays.stream(record.headers().toArray())
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
    }
}
