package io.github.ticketsummarizer.benchmarks.stage;

import io.github.ticketsummarizer.benchmarks.Cluster;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.Comment;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.RawTicket;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.StageTiming;
import io.github.ticketsummarizer.model.Synthesis;
import io.github.ticketsummarizer.model.SynthesizedTicket;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.TicketHeader;
import io.github.ticketsummarizer.model.TicketRequest;
import io.github.ticketsummarizer.streams.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** What both contestants do: read tickets of about 4 KB, make one call for each, write its synthesis. */
final class StageWork {
    private static final int COMMENTS = 10;
    private static final String BODY =
            "The tip shows on the first page and not on the second; the selector matched a node that is rebuilt. "
                    .repeat(3);

    private final CallDurations durations;
    private volatile long firstCallNanos;

    StageWork(CallDurations durations) {
        this.durations = durations;
    }

    CallDurations durations() {
        return durations;
    }

    /** When the first call began, by {@link System#nanoTime}. */
    long firstCallNanos() {
        return firstCallNanos;
    }

    /** The call: it waits as long as its duration says. */
    SynthesizedTicket call(RawTicket raw) throws InterruptedException {
        noteFirstCall();
        Instant started = Instant.now();
        Thread.sleep(durations.of(Integer.parseInt(raw.request().ticketId())));
        return new SynthesizedTicket(
                raw.request(),
                raw.ticket().header(),
                new Synthesis("issue", "cause", "summary", "resolution"),
                List.of(),
                List.of(),
                List.of(raw.timing(), new StageTiming(Stage.SYNTHESIS, started, started, Instant.now(), 1)));
    }

    /** Writes all tickets to the topic they are read from. */
    void submit(Cluster cluster) {
        Topic<RawTicket> topic = cluster.topics().rawTickets();
        Map<String, Object> config = cluster.kafka().common();
        config.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        try (KafkaProducer<String, RawTicket> producer = new KafkaProducer<>(
                config, new StringSerializer(), topic.valueSerde().serializer())) {
            for (int i = 0; i < durations.count(); i++) {
                var _ = producer.send(new ProducerRecord<>(topic.name(), Integer.toString(i), ticket(i)));
            }
        }
    }

    private synchronized void noteFirstCall() {
        if (firstCallNanos == 0) {
            firstCallNanos = System.nanoTime();
        }
    }

    private static RawTicket ticket(int number) {
        Instant now = Instant.now();
        String id = Integer.toString(number);
        TicketRequest request = new TicketRequest(
                "benchmark:" + id + ":1", id, id, "benchmark", AnalysisType.POD, "offline", PromptVersions.FIRST, now);
        TicketHeader header = new TicketHeader(
                id, "Tip missing", BODY, "https://example.zendesk.com", "open", now, now, COMMENTS, CustomFields.NONE);
        List<Comment> comments = IntStream.range(0, COMMENTS)
                .mapToObj(i -> new Comment(Integer.toString(i), "1", "Agent", now, BODY, true, List.of()))
                .toList();
        return new RawTicket(request, new Ticket(header, comments), new StageTiming(Stage.FETCH, now, now, now, 1));
    }
}
