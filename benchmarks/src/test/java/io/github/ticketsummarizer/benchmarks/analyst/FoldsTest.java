package io.github.ticketsummarizer.benchmarks.analyst;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FoldsTest {
    private static final Function<String, String> CLASS_OF = name -> name.substring(0, 1);

    private final List<String> all = IntStream.range(0, 8)
            .boxed()
            .flatMap(i -> Stream.of("a" + i, "b" + i))
            .toList();

    @Test
    void eachFoldHasItsShareOfEveryClassAndTheOthersAreLearnedFrom() {
        Folds<String> folds = Folds.stratified(all, CLASS_OF, 4, 1);

        assertThat(IntStream.range(0, 4).boxed()).allSatisfy(fold -> {
            assertThat(folds.judged(fold))
                    .filteredOn(name -> name.startsWith("a"))
                    .hasSize(2);
            assertThat(folds.judged(fold))
                    .filteredOn(name -> name.startsWith("b"))
                    .hasSize(2);
            assertThat(folds.training(fold))
                    .doesNotContainAnyElementsOf(folds.judged(fold))
                    .hasSize(12);
        });
        assertThat(folds.parts().stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void aSeedAlwaysGivesTheSameFoldsAndAnotherSeedOthers() {
        assertThat(Folds.stratified(all, CLASS_OF, 4, 1))
                .isEqualTo(Folds.stratified(all, CLASS_OF, 4, 1))
                .isNotEqualTo(Folds.stratified(all, CLASS_OF, 4, 2));
    }
}
