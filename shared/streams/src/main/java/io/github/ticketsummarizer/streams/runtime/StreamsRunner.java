package io.github.ticketsummarizer.streams.runtime;

import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.stage.StageRuntime;
import io.github.ticketsummarizer.streams.stage.TaskLoad;
import io.github.ticketsummarizer.streams.stage.TaskLoads;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.ThreadMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one service's topology: start, the state of its health, and a stop that lets running calls end. */
public final class StreamsRunner implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StreamsRunner.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

    /** A stream thread takes outcomes every few milliseconds, unless it is busy with a commit. */
    private static final Duration OUTCOMES_PATIENCE = Duration.ofSeconds(5);

    private static final Duration OUTCOMES_CHECK = Duration.ofMillis(5);

    /** A thread of Kafka Streams goes round its loop at least every {@code poll.ms}; restoring a store takes longer. */
    private static final Duration LIVENESS_PATIENCE = Duration.ofSeconds(60);

    private final ServiceDefinition service;
    private final Duration drainPatience;
    private final TaskLoads loads;
    private final FlowControlClientSupplier clients;
    private final KafkaStreams streams;
    private final UnreadableRecords unreadable;
    private final ConsumerLag lag;
    private final AtomicReference<Throwable> fault = new AtomicReference<>();
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Builds everything and connects to nothing. */
    public StreamsRunner(ServiceDefinition service, ServiceSettings settings, KafkaSettings kafka, Topics topics) {
        this.service = service;
        this.drainPatience = settings.drainPatience();
        StageRuntime runtime = service.runtime();
        this.loads = runtime == null ? new TaskLoads() : runtime.loads();
        this.clients = new FlowControlClientSupplier(
                loads,
                new PublishSpans(service.tracing(), topics.onTheWay()),
                service.applicationId() + "-" + settings.instanceId());
        this.unreadable = new UnreadableRecords(service.stage(), topics, Clock.systemUTC());
        this.streams = new KafkaStreams(
                service.topology(), StreamsProperties.of(service, settings, kafka, unreadable), clients);
        this.lag = new ConsumerLag(service.applicationId(), kafka, this::partitions);
        streams.setUncaughtExceptionHandler(new ThreadReplacement(service.name(), kafka.bootstrapServers(), fault));
        streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
                stopped.countDown();
            }
        });
    }

    /** Starts the threads; the tasks come with the group's assignment. */
    public void start() {
        streams.start();
    }

    /** The service's name. */
    public String name() {
        return service.name();
    }

    /** Waits until the service has stopped, by {@link #close} or by a fault. */
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    /** What stopped the service; empty while it runs and after a wanted stop. */
    public Optional<Throwable> fault() {
        return Optional.ofNullable(fault.get());
    }

    /** Whether it makes progress: no thread and no task of it is stuck, and it has not given up. */
    public boolean isLive() {
        KafkaStreams.State state = streams.state();
        return state != KafkaStreams.State.ERROR
                && state != KafkaStreams.State.NOT_RUNNING
                && !hasThreadStuckSince(LIVENESS_PATIENCE)
                && loads.all().stream().noneMatch(load -> load.nanosSinceDrain() > LIVENESS_PATIENCE.toNanos());
    }

    /** Whether a thread that was not closed has not gone round its loop for so long. */
    boolean hasThreadStuckSince(Duration patience) {
        return clients.threads().stream().anyMatch(thread -> thread.isStuckSince(patience));
    }

    /** Whether it runs and has partitions to work on. */
    public boolean isReady() {
        return streams.state() == KafkaStreams.State.RUNNING
                && streams.metadataForLocalThreads().stream()
                        .map(ThreadMetadata::activeTasks)
                        .anyMatch(tasks -> !tasks.isEmpty());
    }

    /** Records that the tasks hold and have not answered. */
    public int held() {
        return loads.all().stream().mapToInt(TaskLoad::held).sum();
    }

    /** Records that could not be read, since the start. */
    long deadLetters() {
        return unreadable.count();
    }

    /** Records in Kafka that wait for this instance, by topic; empty where that is not known at the moment. */
    Map<String, Long> lagByTopic() {
        return lag.byTopic();
    }

    private Set<TopicPartition> partitions() {
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .flatMap(task -> task.topicPartitions().stream())
                .collect(Collectors.toSet());
    }

    /**
     * Takes no new calls, waits for those that run, and closes. What did not end in time is made again by the next
     * owner. Whoever calls it while it happens waits for the end.
     */
    @Override
    public synchronized void close() {
        lag.close();
        StageRuntime runtime = service.runtime();
        if (runtime != null) {
            drain(runtime);
        }
        if (!streams.close(CLOSE_TIMEOUT)) {
            log.atWarn().addKeyValue("service", service.name()).log("the streams did not close in time");
        }
        if (runtime != null) {
            runtime.close();
        }
        stopped.countDown();
    }

    private void drain(StageRuntime runtime) {
        try {
            if (streams.state().isRunningOrRebalancing() && !runtime.calls().stop(drainPatience)) {
                log.atInfo()
                        .addKeyValue("service", service.name())
                        .addKeyValue("calls", runtime.calls().running())
                        .log("calls did not end in time; they will be made again");
            }
            awaitOutcomesTaken();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A call that ended is paid for: its outcome is lost when the stream threads stop before they took it. */
    private void awaitOutcomesTaken() throws InterruptedException {
        long giveUpAt = System.nanoTime() + OUTCOMES_PATIENCE.toNanos();
        boolean over = false;
        while (!over && loads.all().stream().anyMatch(TaskLoad::hasOutcomesWaiting)) {
            over = stopped.await(OUTCOMES_CHECK.toMillis(), TimeUnit.MILLISECONDS) || System.nanoTime() > giveUpAt;
        }
    }
}
