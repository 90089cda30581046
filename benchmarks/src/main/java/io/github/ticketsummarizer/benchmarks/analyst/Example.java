package io.github.ticketsummarizer.benchmarks.analyst;

import io.github.ticketsummarizer.llm.AnalysisInput;

/** A ticket as the analyses read it, with its right POD. */
record Example(String pod, AnalysisInput input) {}
