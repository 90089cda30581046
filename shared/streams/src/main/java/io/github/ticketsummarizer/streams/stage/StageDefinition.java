package io.github.ticketsummarizer.streams.stage;

import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.TicketHeader;
import io.github.ticketsummarizer.model.TicketRecord;
import io.github.ticketsummarizer.model.TicketRequest;
import io.github.ticketsummarizer.streams.Topic;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * What makes one stage differ from another.
 *
 * @param inputTopic the topic whose partitions the stage's tasks own
 * @param inputSerde how a waiting record is kept
 * @param output where the function's answers go
 * @param applies whether the stage has anything to do for a request; others pass without a trace
 * @param ticket the ticket's header, for the record of a failure; null where the stage has none yet
 * @param function the outside call
 */
public record StageDefinition<I extends TicketRecord, O>(
        Stage stage,
        String inputTopic,
        Serde<I> inputSerde,
        Topic<O> output,
        Predicate<TicketRequest> applies,
        Function<I, @Nullable TicketHeader> ticket,
        StageFunction<I, O> function) {}
