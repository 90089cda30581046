package io.github.ticketsummarizer.benchmarks.scaling;

import io.github.ticketsummarizer.local.ServiceName;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Which instance has how many partitions, as the broker knows it. */
final class Groups implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(200);

    private final Admin admin;

    Groups(KafkaSettings kafka) {
        this.admin = Admin.create(kafka.common());
    }

    /**
     * Waits until the partitions of every service are shared among these instances and no others.
     *
     * @throws IllegalStateException when they are not within two minutes
     */
    void await(Set<String> instances) throws InterruptedException, ExecutionException {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        Map<ServiceName, Map<String, Integer>> shares = shares();
        while (!shares.values().stream().allMatch(share -> isAmong(instances, share))) {
            if (System.nanoTime() > giveUpAt) {
                throw new IllegalStateException(
                        "the partitions are not shared among %s: %s".formatted(instances, shares));
            }
            Thread.sleep(LOOK_INTERVAL);
            shares = shares();
        }
        System.err.println("partitions: " + shares);
    }

    private static boolean isAmong(Set<String> instances, Map<String, Integer> share) {
        return share.keySet().equals(instances) && share.values().stream().allMatch(partitions -> partitions > 0);
    }

    /** Partitions by instance; of none where the group's members are not agreed. */
    private Map<ServiceName, Map<String, Integer>> shares() throws InterruptedException, ExecutionException {
        Map<ServiceName, Map<String, Integer>> shares = new TreeMap<>();
        for (ServiceName service : ServiceName.values()) {
            shares.put(service, share("ticket-summarizer-" + service.wireName()));
        }
        return shares;
    }

    private Map<String, Integer> share(String group) throws InterruptedException, ExecutionException {
        try {
            return admin.describeConsumerGroups(Set.of(group)).all().get().values().stream()
                    .filter(description -> description.groupState() == GroupState.STABLE)
                    .findFirst()
                    .map(Groups::share)
                    .orElse(Map.of());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Map.of();
            }
            throw e;
        }
    }

    private static Map<String, Integer> share(ConsumerGroupDescription description) {
        return description.members().stream()
                .collect(Collectors.groupingBy(
                        Groups::instance,
                        TreeMap::new,
                        Collectors.summingInt(
                                member -> member.assignment().topicPartitions().size())));
    }

    /** Kafka Streams names each thread of an instance by a number behind the name. */
    private static String instance(MemberDescription member) {
        return member.groupInstanceId().orElseThrow().replaceFirst("-\\d+$", "");
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
