package io.github.ticketsummarizer.llm;

import java.util.List;

/** What a task reads. */
public sealed interface TaskInput permits ThreadInput, ChunkInput, AnalysisInput {
    /** Whom the ticket's own fields name, so that nobody is told of where calls are looked at. */
    List<String> people();
}
