package io.github.ticketsummarizer.llm.config;

/** What the analyses decide by. */
public record AnalysisConfig(Taxonomy taxonomy, DiagnosticsGuide guide) {}
