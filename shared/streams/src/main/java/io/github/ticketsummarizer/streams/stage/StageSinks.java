package io.github.ticketsummarizer.streams.stage;

import io.github.ticketsummarizer.model.StageEvent;
import io.github.ticketsummarizer.model.TicketFailure;
import io.github.ticketsummarizer.streams.Topic;

/** The topics a stage writes; each sink node of the topology has its topic's name. */
record StageSinks(String output, Topic<TicketFailure> failures, Topic<StageEvent> events) {}
