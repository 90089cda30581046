package io.github.ticketsummarizer.llm;

/** What a task reads. */
public sealed interface TaskInput permits ThreadInput, AnalysisInput {}
