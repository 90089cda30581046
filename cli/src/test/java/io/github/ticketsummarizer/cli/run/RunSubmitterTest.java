package io.github.ticketsummarizer.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticketsummarizer.cli.input.TicketEntry;
import io.github.ticketsummarizer.cli.output.SampleReports;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.Run;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.KafkaUnreachableException;
import io.github.ticketsummarizer.telemetry.TraceContext;
import io.github.ticketsummarizer.telemetry.attribute.OpenInference;
import io.github.ticketsummarizer.telemetry.attribute.Product;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.github.ticketsummarizer.testing.RecordedSpans;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class RunSubmitterTest {
    private static final String RUN_ID = SampleReports.RUN_ID;

    private final Json json = new Json();
    private final Topics topics = new Topics(json, 1 << 20);
    private final Run run = new SampleReports(AnalysisType.BOTH).run(2);
    private final List<TicketEntry> tickets = List.of(new TicketEntry("A-1", "78788"), new TicketEntry("2", "no id"));

    @Test
    void theRunComesFirstThenEachTicketWithItsHeaders() throws IOException {
        MockProducer<String, byte[]> producer = producer(true);

        submitter(producer).submit(run, tickets, () -> false);

        assertThat(producer.history())
                .extracting(record -> record.topic() + " " + record.key())
                .containsExactly("runs " + RUN_ID, "ticket-ids 78788", "ticket-ids no id");
        assertThat(json.mapper().readValue(producer.history().getFirst().value(), Run.class))
                .isEqualTo(run);
        ProducerRecord<String, byte[]> ticket = producer.history().get(1);
        String requestId = RUN_ID + ":78788:1";
        assertThat(headers(ticket))
                .isEqualTo(Map.of(
                        "request_id",
                        requestId,
                        "run_id",
                        RUN_ID,
                        "traceparent",
                        TraceContext.ofRequest(requestId).traceparent(),
                        "ticket-root",
                        "true"));
        assertThat(json.mapper().readTree(ticket.value())).isEqualTo(expectedSubmission(requestId));
    }

    @Test
    void eachTicketsSendingIsASpanBelowItsRootWithWhatAllOfItsSpansHave() {
        try (RecordedSpans spans = new RecordedSpans()) {
            MockProducer<String, byte[]> producer = producer(true);

            submitter(producer, spans.tracing()).submit(run, tickets, () -> false);

            TraceContext root = TraceContext.ofRequest(RUN_ID + ":78788:1");
            assertThat(spans.named("ticket-ids publish")).hasSize(2);
            assertThat(spans.ofTrace(root.traceId())).singleElement().satisfies(span -> {
                assertThat(span.getParentSpanId()).isEqualTo(root.spanId());
                assertThat(span.getAttributes().get(Product.TICKET_ID)).isEqualTo("78788");
                assertThat(span.getAttributes().get(OpenInference.SESSION_ID)).isEqualTo(RUN_ID);
            });
            assertThat(headers(producer.history().get(1))).containsEntry("traceparent", root.traceparent());
        }
    }

    @Test
    void sendingAgainSendsTheSame() {
        MockProducer<String, byte[]> producer = producer(true);
        submitter(producer).submit(run, tickets, () -> false);
        submitter(producer).submit(run, tickets, () -> false);

        List<ProducerRecord<String, byte[]>> sent = producer.history();
        for (int i = 0; i < 3; i++) {
            assertThat(sent.get(i + 3).key()).isEqualTo(sent.get(i).key());
            assertThat(sent.get(i + 3).value()).isEqualTo(sent.get(i).value());
            assertThat(headers(sent.get(i + 3))).isEqualTo(headers(sent.get(i)));
        }
    }

    @Test
    void theRequestOfABadIdIsAHashOfIt() {
        String requestId = RunIds.requestId(RUN_ID, "see\nbelow\u0000");

        assertThat(requestId).matches(RUN_ID + ":invalid-[0-9a-f-]{36}:1");
        assertThat(RunIds.requestId(RUN_ID, "see\nbelow\u0000")).isEqualTo(requestId);
        assertThat(RunIds.requestId(RUN_ID, "")).isNotEqualTo(requestId);
    }

    @Test
    void anInterruptionLeavesTheRestUnsent() {
        MockProducer<String, byte[]> producer = producer(true);

        submitter(producer).submit(run, tickets, () -> producer.history().size() == 2);

        assertThat(producer.history()).hasSize(2);
    }

    @Test
    void aRecordThatIsNotTakenNamesTheAddress() {
        MockProducer<String, byte[]> producer = producer(true);
        producer.sendException = new TimeoutException("no leader");

        assertThatThrownBy(() -> submitter(producer).submit(run, tickets, () -> false))
                .isInstanceOf(KafkaUnreachableException.class)
                .hasMessageContaining("kafka.example:9092")
                .hasMessageContaining("no leader");
    }

    private JsonNode expectedSubmission(String requestId) throws IOException {
        return json.mapper().readTree("""
                        {"schema_version":1,"request_id":"%s","ticket_id":"78788","serial_no":"A-1","run_id":"%s",
                        "analysis_type":"both","model_provider":"offline",
                        "prompt_versions":{"synthesis":1,"categorization":1,"diagnostics":1},
                        "submitted_at":"2026-03-01T04:30:00Z"}""".formatted(requestId, RUN_ID));
    }

    private static Map<String, String> headers(ProducerRecord<String, byte[]> record) {
        Map<String, String> headers = new TreeMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    private RunSubmitter submitter(MockProducer<String, byte[]> producer) {
        return submitter(producer, Tracing.none());
    }

    private RunSubmitter submitter(MockProducer<String, byte[]> producer, Tracing tracing) {
        return new RunSubmitter(producer, topics, json, tracing, "kafka.example:9092");
    }

    private static MockProducer<String, byte[]> producer(boolean autoComplete) {
        return new MockProducer<>(autoComplete, null, new StringSerializer(), new ByteArraySerializer());
    }
}
