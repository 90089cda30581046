package io.github.ticketsummarizer.streams.runtime;

import io.github.ticketsummarizer.streams.stage.TaskLoads;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;

/** Gives each stream thread its flow-controlled consumer, and keeps an eye on the threads. */
final class FlowControlClientSupplier extends DefaultKafkaClientSupplier {
    private final TaskLoads loads;
    private final List<ThreadProgress> threads = new CopyOnWriteArrayList<>();

    FlowControlClientSupplier(TaskLoads loads) {
        this.loads = loads;
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        ThreadProgress progress = new ThreadProgress();
        threads.add(progress);
        return new FlowControlledConsumer(config, loads, progress);
    }

    List<ThreadProgress> threads() {
        return threads;
    }
}
