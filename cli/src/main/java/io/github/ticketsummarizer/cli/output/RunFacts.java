package io.github.ticketsummarizer.cli.output;

import io.github.ticketsummarizer.model.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What the files say of the run as a whole.
 *
 * @param zone of every date in the files
 * @param processedAt when the files were written
 * @param processingTime how long the run was worked on, in all sittings
 */
public record RunFacts(Run run, ZoneId zone, Instant processedAt, Duration processingTime) {}
