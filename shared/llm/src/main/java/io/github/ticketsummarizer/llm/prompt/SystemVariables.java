package io.github.ticketsummarizer.llm.prompt;

import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.Capability;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.GapArea;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.Limit;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.Recommendation;
import io.github.ticketsummarizer.llm.config.Pod;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a system part can name: the PODs and what Diagnostics can do. Every name is there; some values are null. */
final class SystemVariables {
    private final AnalysisConfig config;

    SystemVariables(AnalysisConfig config) {
        this.config = config;
    }

    Map<String, @Nullable Object> all() {
        DiagnosticsGuide guide = config.guide();
        return Map.of(
                "open",
                Fence.OPEN,
                "close",
                Fence.CLOSE,
                "feature",
                guide.feature().name(),
                "pods",
                config.taxonomy().pods().stream().map(SystemVariables::pod).toList(),
                "capabilities",
                guide.capabilities().stream().map(SystemVariables::capability).toList(),
                "recommendations",
                guide.recommendations().stream()
                        .map(SystemVariables::recommendation)
                        .toList(),
                "limits",
                guide.limits().stream().map(SystemVariables::limit).toList(),
                "triage_gap_areas",
                gapAreas(guide.triageGapAreas()),
                "fix_gap_areas",
                gapAreas(guide.fixGapAreas()),
                "escalation_fix",
                guide.escalationFix().assessment().wireName());
    }

    private static Map<String, @Nullable Object> pod(Pod pod) {
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        variables.put("name", pod.name());
        variables.put("title", pod.title());
        variables.put("owns", pod.owns());
        variables.put("is_not", pod.isNot());
        variables.put("confused_with", pod.confusableWith().isEmpty() ? null : String.join(", ", pod.confusableWith()));
        return variables;
    }

    private static Map<String, @Nullable Object> capability(Capability capability) {
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        variables.put("id", capability.id());
        variables.put("description", capability.description());
        variables.put("recommendation", capability.recommendation());
        return variables;
    }

    private static Map<String, Object> recommendation(Recommendation recommendation) {
        return Map.of(
                "id",
                recommendation.id(),
                "description",
                recommendation.description(),
                "author_can_do_alone",
                recommendation.authorCanDoAlone());
    }

    private static Map<String, Object> limit(Limit limit) {
        return Map.of(
                "id",
                limit.id(),
                "description",
                limit.description(),
                "triage",
                limit.triage().wireName(),
                "fix",
                limit.fix().wireName());
    }

    private static List<Map<String, String>> gapAreas(List<GapArea> areas) {
        return areas.stream()
                .map(area -> Map.of("id", area.id(), "description", area.description()))
                .toList();
    }
}
