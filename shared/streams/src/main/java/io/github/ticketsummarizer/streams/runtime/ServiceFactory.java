package io.github.ticketsummarizer.streams.runtime;

import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.streams.Topics;

/** Wires one service. */
@FunctionalInterface
public interface ServiceFactory {
    /** Reads what the service needs of the settings, noting what is wrong with them, and connects to nothing. */
    ServiceDefinition define(Settings settings, Topics topics);
}
