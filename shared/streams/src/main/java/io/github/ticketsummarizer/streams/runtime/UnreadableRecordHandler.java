package io.github.ticketsummarizer.streams.runtime;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes on after a record that cannot be read; Kafka Streams makes it, and {@link UnreadableRecords} says what to write. */
public final class UnreadableRecordHandler implements DeserializationExceptionHandler {
    /** The configuration under which the handler finds its {@link UnreadableRecords}. */
    static final String RECORDS_CONFIG = "ticket.summarizer.unreadable.records";

    private static final Logger log = LoggerFactory.getLogger(UnreadableRecordHandler.class);

    private UnreadableRecords records;

    /** Called by Kafka Streams. */
    @SuppressWarnings("NullAway.Init") // configure comes before anything else
    public UnreadableRecordHandler() {}

    @Override
    public void configure(Map<String, ?> configs) {
        records = (UnreadableRecords)
                Objects.requireNonNull(configs.get(RECORDS_CONFIG), RECORDS_CONFIG + " is not configured");
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> unreadable, Exception cause) {
        log.atWarn()
                .addKeyValue("topic", unreadable.topic())
                .addKeyValue("partition", unreadable.partition())
                .addKeyValue("offset", unreadable.offset())
                .log("a record cannot be read; it goes to the dead letters");
        return Response.resume(records.recordsFor(unreadable, cause));
    }
}
