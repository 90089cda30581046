package io.github.ticketsummarizer.cli.run;

import io.github.ticketsummarizer.cli.output.RunFacts;
import io.github.ticketsummarizer.cli.output.WrittenOutputs;

/** What a run has come to, and where it was written. */
public record RunOutcome(RunFacts facts, WrittenOutputs outputs) {}
