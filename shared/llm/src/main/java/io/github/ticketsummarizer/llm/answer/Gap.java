package io.github.ticketsummarizer.llm.answer;

import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.GapArea;
import io.github.ticketsummarizer.model.Assessment;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was missing for a yes. An area that the guide does not list becomes the other one, and its name is kept in the
 * description.
 *
 * @param area null when nothing was missing
 */
record Gap(@Nullable String area, @Nullable String description) {
    private static final Gap NONE = new Gap(null, null);

    /**
     * Reads {@code <part>_gap_area} and {@code <part>_gap_description}.
     *
     * @param part {@code triage} or {@code fix}
     */
    static Gap read(AnswerFields fields, String part, Assessment assessment, List<GapArea> areas, String other) {
        if (assessment == Assessment.YES) {
            return NONE;
        }
        String areaField = part + "_gap_area";
        String descriptionField = part + "_gap_description";
        String area = fields.optionalText(areaField);
        String description = fields.optionalText(descriptionField);
        if (area == null) {
            fields.problem(areaField, "is missing, and is required when the assessment is no or maybe");
            return NONE;
        }
        String name = area.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        if (name.equals("other") || name.equals(other)) {
            if (description == null) {
                fields.problem(descriptionField, "is missing, and is required when the gap area is " + other);
            }
            return new Gap(other, description);
        }
        if (areas.stream().anyMatch(known -> known.id().equals(name))) {
            return new Gap(name, description);
        }
        return new Gap(other, description == null ? area : "%s: %s".formatted(area, description));
    }
}
