package io.github.ticketsummarizer.streams.runtime;

import io.github.ticketsummarizer.streams.stage.TaskLoads;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;

/** Gives each stream thread its flow-controlled consumer and its traced producer, and keeps an eye on the threads. */
final class FlowControlClientSupplier extends DefaultKafkaClientSupplier {
    private final TaskLoads loads;
    private final PublishSpans spans;
    private final String transactions;
    private final List<ThreadProgress> threads = new CopyOnWriteArrayList<>();

    /** @param transactions names those of this instance, the same after a restart */
    FlowControlClientSupplier(TaskLoads loads, PublishSpans spans, String transactions) {
        this.loads = loads;
        this.spans = spans;
        this.transactions = transactions;
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        ThreadProgress progress = new ThreadProgress();
        threads.add(progress);
        return new FlowControlledConsumer(config, loads, progress);
    }

    /**
     * Kafka Streams names a thread's transactions after its process, which has a new name at each start where stores are in
     * memory. Named after the instance, one that a kill left open ends as soon as the instance is back; until then, or until
     * its time is over, it hides from readers all that comes after it.
     */
    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        Map<String, Object> named = new HashMap<>(config);
        named.computeIfPresent(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG, (setting, name) -> transactions + threadOf(name.toString()));
        return spans.on(super.getProducer(named));
    }

    /** The thread's number, with the dash before it. */
    private static String threadOf(String transactionalId) {
        return transactionalId.substring(transactionalId.lastIndexOf('-'));
    }

    List<ThreadProgress> threads() {
        return threads;
    }
}
