package io.github.ticketsummarizer.streams.stage;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The loads of the tasks that this instance runs, by the partition that feeds each. Thread-safe. */
public final class TaskLoads {
    private final Map<TopicPartition, TaskLoad> loads = new ConcurrentHashMap<>();

    void register(TopicPartition partition, TaskLoad load) {
        loads.put(partition, load);
    }

    void unregister(TopicPartition partition, TaskLoad load) {
        loads.remove(partition, load);
    }

    /** The load of the task that reads the partition; null when this instance runs none, or the task has no stage. */
    public @Nullable TaskLoad of(TopicPartition partition) {
        return loads.get(partition);
    }

    /** All of them, as they are now. */
    public Collection<TaskLoad> all() {
        return loads.values();
    }
}
