package io.github.ticketsummarizer.fakes.http;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a server was asked. Counts are of all requests since the start; of the exchanges themselves the newest are kept.
 * A request counts from its arrival on, faults or not, and is an exchange once its answer is ready to be sent.
 */
public final class RequestLog {
    private int capacity;
    private final Deque<Exchange> newest = new ArrayDeque<>();
    private final Map<String, Traffic> endpoints = new HashMap<>();
    private final Traffic all = new Traffic();

    /** @param capacity how many exchanges to keep */
    RequestLog(int capacity) {
        this.capacity = capacity;
    }

    /**
     * Keeps fewer exchanges from now on, or more: their bodies take all of the memory in time where nobody looks at them.
     *
     * @param exchanges how many
     */
    public synchronized void keepNewest(int exchanges) {
        capacity = exchanges;
    }

    /** The newest exchanges, in the order in which they ended. */
    public synchronized List<Exchange> exchanges() {
        return List.copyOf(newest);
    }

    /** Those of the newest exchanges that an endpoint had. */
    public List<Exchange> exchanges(String endpoint) {
        return exchanges().stream()
                .filter(exchange -> exchange.request().endpoint().equals(endpoint))
                .toList();
    }

    /** How many of the newest exchanges are so. */
    public int count(Predicate<Exchange> condition) {
        return (int) exchanges().stream().filter(condition).count();
    }

    /** How many requests arrived. */
    public synchronized long count() {
        return all.count();
    }

    /** How many requests to an endpoint arrived. */
    public synchronized long count(String endpoint) {
        return endpoint(endpoint).count();
    }

    /** The most requests that were in the server at one time. */
    public synchronized int maxInFlight() {
        return all.maxInFlight();
    }

    /** The most requests to an endpoint that were in the server at one time. */
    public synchronized int maxInFlight(String endpoint) {
        return endpoint(endpoint).maxInFlight();
    }

    /** The most requests that arrived within any 60 seconds of the server's clock. */
    public synchronized int highestInAMinute() {
        return all.highestInAMinute();
    }

    /** The most requests to an endpoint that arrived within any 60 seconds of the server's clock. */
    public synchronized int highestInAMinute(String endpoint) {
        return endpoint(endpoint).highestInAMinute();
    }

    synchronized void arrived(String endpoint, Instant now) {
        all.arrived(now);
        endpoint(endpoint).arrived(now);
    }

    synchronized void ended(Exchange exchange) {
        all.ended();
        endpoint(exchange.request().endpoint()).ended();
        newest.addLast(exchange);
        while (newest.size() > capacity) {
            newest.removeFirst();
        }
    }

    private Traffic endpoint(String name) {
        return endpoints.computeIfAbsent(name, unseen -> new Traffic());
    }
}
