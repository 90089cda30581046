package io.github.ticketsummarizer.llm.offline;

import io.github.ticketsummarizer.llm.AnalysisInput;
import io.github.ticketsummarizer.llm.text.Tokenizer;
import java.util.List;

/** Reads the parts of a synthesized ticket into words. */
final class Sections {
    private final Tokenizer tokenizer;

    Sections(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    List<Section> of(AnalysisInput input) {
        return read(WeightedText.of(input));
    }

    /** What the customer wrote before anybody answered. */
    List<Section> opening(AnalysisInput input) {
        return read(WeightedText.opening(input));
    }

    private List<Section> read(List<WeightedText> texts) {
        return texts.stream()
                .map(text -> new Section(tokenizer.tokenize(text.text()), text.weight()))
                .toList();
    }
}
