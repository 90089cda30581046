package io.github.ticketsummarizer.benchmarks.scaling;

import io.github.ticketsummarizer.benchmarks.Cluster;
import io.github.ticketsummarizer.benchmarks.command.CommandProcess;
import io.github.ticketsummarizer.benchmarks.command.StandIn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * The product as on a cluster, but on one machine: a broker in this JVM with the partitions of a cluster, and a process for
 * each instance of a service and for each stand-in. Heaps are small, only the quick compiler is used, and each instance has
 * one stream thread, which commits ten times a second, so that many processes fit on two cores. Used by one thread.
 */
final class Deployment implements AutoCloseable {
    private static final int PARTITIONS = 12;
    private static final String PROVIDER = "openai";
    private static final String JAVA_OPTIONS = "-Xmx192m -XX:TieredStopAtLevel=1";

    /** Zendesk has so many times the tickets that are asked for, so that as many can be taken for each partition. */
    private static final int SPARE_TICKETS = 2;

    /** Requests a minute of both accounts, far above what is asked, divided among the processes that ask. */
    private static final int ACCOUNT_LIMIT = 20_000;

    private static final int MOST_INSTANCES = 3;
    private static final int SERVICES_THAT_ASK_MODELS = 3;

    private final StandIn models;
    private final StandIn zendesk;
    private final Cluster cluster;
    private final Instances instances;
    private final Groups groups;
    private final Requests requests;
    private final Reports reports;

    /**
     * Starts all but instances.
     *
     * @param folder for data and logs
     * @param call what a call to a model takes
     * @param inFlight calls at once in each instance
     * @param tickets that are asked for at most
     */
    Deployment(Path folder, Duration call, int inFlight, int tickets) throws IOException, InterruptedException {
        makeStartUpCache();
        int all = SPARE_TICKETS * tickets;
        this.models = StandIn.models(call.toMillis() + "ms");
        this.zendesk = StandIn.zendesk(all, ACCOUNT_LIMIT);
        this.cluster = new Cluster(folder.resolve("broker"), PARTITIONS);
        this.instances = new Instances(folder.resolve("instances"), settings(inFlight));
        this.groups = new Groups(cluster.kafka());
        this.requests = new Requests(cluster.kafka(), cluster.topics(), PROVIDER, all, PARTITIONS);
        this.reports = new Reports(cluster.kafka(), cluster.topics().merged());
    }

    /** The launcher makes it before a few commands only; an image has it from the start. */
    private static void makeStartUpCache() throws IOException, InterruptedException {
        try (CommandProcess help = new CommandProcess(Map.of(), "demo", "--help")) {
            help.awaitEnd();
        }
    }

    private Map<String, String> settings(int inFlight) {
        Map<String, String> settings = new HashMap<>(models.settings());
        settings.putAll(zendesk.settings());
        settings.put("KAFKA_BOOTSTRAP_SERVERS", cluster.kafka().bootstrapServers());
        settings.put("IN_FLIGHT", Integer.toString(inFlight));
        settings.put("STREAM_THREADS", "1");
        settings.put("ZENDESK_RATE_LIMIT", Integer.toString(ACCOUNT_LIMIT));
        settings.put("ZENDESK_INSTANCES", Integer.toString(MOST_INSTANCES));
        settings.put("OPENAI_REQUESTS_PER_MINUTE", Integer.toString(ACCOUNT_LIMIT));
        settings.put("OPENAI_INSTANCES", Integer.toString(MOST_INSTANCES * SERVICES_THAT_ASK_MODELS));
        settings.put("TICKET_SUMMARIZER_JAVA_OPTS", JAVA_OPTIONS);
        settings.put("TICKET_SUMMARIZER_LOG_LEVEL", "WARN");
        return settings;
    }

    Instances instances() {
        return instances;
    }

    Requests requests() {
        return requests;
    }

    Reports reports() {
        return reports;
    }

    /** Waits until each instance that runs has partitions, and nobody else. */
    void awaitShares() throws IOException, InterruptedException, ExecutionException {
        try {
            groups.await(instances.names());
        } finally {
            instances.requireRunning();
        }
    }

    /** Comes back when so many more tickets have their report. */
    void work(int tickets) throws InterruptedException {
        requests.send(tickets);
        reports.await(requests.count());
    }

    @Override
    public void close() throws InterruptedException {
        reports.close();
        requests.close();
        groups.close();
        instances.close();
        cluster.close();
        zendesk.close();
        models.close();
    }
}
