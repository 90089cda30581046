package io.github.ticketsummarizer.streams.runtime;

import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.telemetry.span.Tracing;

/** Wires one service. */
@FunctionalInterface
public interface ServiceFactory {
    /**
     * Reads what the service needs of the settings, noting what is wrong with them, and connects to nothing.
     *
     * @param tracing of the JVM that the service runs in
     */
    ServiceDefinition define(Settings settings, Topics topics, Tracing tracing);
}
