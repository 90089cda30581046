package io.github.ticketsummarizer.cli.progress;

import io.github.ticketsummarizer.model.Stage;
import java.time.Duration;
import java.util.Optional;

/**
 * How far a stage is.
 *
 * @param total tickets that reach it: those asked for, less those that an earlier stage gave up
 * @param done tickets it has finished; for {@link Stage#MERGE} all reports, whatever they say
 * @param failed tickets it gave up; for {@link Stage#MERGE} the reports that lack something
 * @param inFlight tickets it holds and works on
 * @param waiting tickets it holds while their provider is held back
 * @param perSecond tickets lately
 * @param remaining time for the rest; empty where it cannot be told yet
 */
public record StageSnapshot(
        Stage stage,
        int total,
        int done,
        int failed,
        int inFlight,
        int waiting,
        double perSecond,
        Optional<Duration> remaining) {}
