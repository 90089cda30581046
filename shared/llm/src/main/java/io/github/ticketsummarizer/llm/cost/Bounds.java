package io.github.ticketsummarizer.llm.cost;

/** Between what a number will be that is not known yet, both ends included. */
public record Bounds(double low, double high) {
    Bounds plus(Bounds other) {
        return new Bounds(low + other.low, high + other.high);
    }

    Bounds times(double factor) {
        return new Bounds(low * factor, high * factor);
    }
}
