package io.github.ticketsummarizer.streams.runtime;

import io.github.ticketsummarizer.model.SettingsException;
import io.github.ticketsummarizer.streams.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes the topics, and checks that they are as the services need them. */
public final class TopicAdmin implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(10);

    private final Admin admin;
    private final String bootstrapServers;

    /**
     * Connects at the first question.
     *
     * @throws SettingsException when Kafka's client cannot be made with the settings
     */
    public TopicAdmin(KafkaSettings kafka) {
        Map<String, Object> config = new HashMap<>(kafka.common());
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        this.admin = KafkaFailures.made(kafka, () -> Admin.create(config));
        this.bootstrapServers = kafka.bootstrapServers();
    }

    /**
     * Makes the topics that are not there yet, and waits until they take records; those that are there stay as they are.
     *
     * @param replicas of each partition; empty takes the cluster's default
     * @return the names of those it made
     * @throws KafkaUnreachableException when nothing answers
     * @throws KafkaCredentialsException when Kafka refuses
     */
    public List<String> create(List<Topic<?>> topics, int partitions, Optional<Short> replicas) {
        List<NewTopic> wanted = topics.stream()
                .map(topic -> new NewTopic(topic.name(), Optional.of(partitions), replicas).configs(topic.config()))
                .toList();
        List<String> made = new ArrayList<>();
        admin.createTopics(wanted).values().forEach((name, outcome) -> {
            if (awaitOf(name, outcome.thenApply(nothing -> name), TopicExistsException.class)
                    .isPresent()) {
                made.add(name);
            }
        });
        awaitLeaders(made, partitions);
        return made;
    }

    /**
     * A new partition is announced before its log is open, and the first batch of an idempotent producer that comes in
     * between is refused while the next may be taken: then the order of the producer's batches is broken for good. An
     * answer about its offsets shows that the log is open.
     */
    private void awaitLeaders(List<String> topicNames, int partitions) {
        Map<TopicPartition, OffsetSpec> all = new HashMap<>();
        for (String name : topicNames) {
            for (int partition = 0; partition < partitions; partition++) {
                all.put(new TopicPartition(name, partition), OffsetSpec.earliest());
            }
        }
        long start = System.nanoTime();
        while (!areOpen(topicNames, all)) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new KafkaUnreachableException(
                        bootstrapServers,
                        new UnknownTopicOrPartitionException("new topics did not open: " + topicNames));
            }
            LockSupport.parkNanos(LOOK_INTERVAL.toNanos());
        }
    }

    /** Asks for the topics first, since Kafka's client logs an error where it finds no topic to ask for offsets. */
    private boolean areOpen(List<String> topicNames, Map<TopicPartition, OffsetSpec> offsets) {
        return await(admin.describeTopics(topicNames).allTopicNames(), UnknownTopicOrPartitionException.class)
                        .isPresent()
                && await(admin.listOffsets(offsets).all(), UnknownTopicOrPartitionException.class)
                        .isPresent();
    }

    /**
     * Checks that every topic is there and that all have the same number of partitions, since the parts of one ticket
     * meet by it.
     *
     * @throws SettingsException naming each topic that is missing or differs
     * @throws KafkaUnreachableException when nothing answers
     * @throws KafkaCredentialsException when Kafka refuses
     */
    public void requireUsable(List<Topic<?>> topics) {
        List<String> problems = new ArrayList<>();
        Map<String, Integer> partitions = new TreeMap<>();
        Map<String, KafkaFuture<TopicDescription>> descriptions =
                admin.describeTopics(topics.stream().map(Topic::name).toList()).topicNameValues();
        descriptions.forEach((name, description) -> awaitOf(name, description, UnknownTopicOrPartitionException.class)
                .ifPresentOrElse(
                        found -> partitions.put(name, found.partitions().size()),
                        () -> problems.add(
                                "topic '%s' is missing; make all topics with: ticket-summarizer topics create"
                                        .formatted(name))));
        if (partitions.values().stream().distinct().count() > 1) {
            problems.add("all topics must have the same number of partitions, but they have: " + partitions);
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }

    /** Waits for an answer about a topic, whose name Kafka leaves out where it refuses. */
    private <T> Optional<T> awaitOf(String topic, KafkaFuture<T> future, Class<? extends Exception> expected) {
        try {
            return await(future, expected);
        } catch (KafkaCredentialsException e) {
            boolean isOfTopic = e.getCause() instanceof TopicAuthorizationException;
            throw isOfTopic ? KafkaFailures.of(bootstrapServers, new TopicAuthorizationException(Set.of(topic))) : e;
        }
    }

    /** Waits for the answer; empty when it failed in the one way that is expected. */
    private <T> Optional<T> await(KafkaFuture<T> future, Class<? extends Exception> expected) {
        try {
            return Optional.of(future.get());
        } catch (ExecutionException e) {
            if (expected.isInstance(e.getCause())) {
                return Optional.empty();
            }
            throw KafkaFailures.of(bootstrapServers, e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaUnreachableException(bootstrapServers, e);
        }
    }
}
