package io.github.ticketsummarizer.streams.runtime;

import io.github.ticketsummarizer.streams.stage.TaskLoads;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;

/** Gives each stream thread its flow-controlled consumer and its traced producer, and keeps an eye on the threads. */
final class FlowControlClientSupplier extends DefaultKafkaClientSupplier {
    private final TaskLoads loads;
    private final PublishSpans spans;
    private final List<ThreadProgress> threads = new CopyOnWriteArrayList<>();

    FlowControlClientSupplier(TaskLoads loads, PublishSpans spans) {
        this.loads = loads;
        this.spans = spans;
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        ThreadProgress progress = new ThreadProgress();
        threads.add(progress);
        return new FlowControlledConsumer(config, loads, progress);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return spans.on(super.getProducer(config));
    }

    List<ThreadProgress> threads() {
        return threads;
    }
}
