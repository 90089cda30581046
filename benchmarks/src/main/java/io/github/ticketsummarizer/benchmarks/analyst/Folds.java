package io.github.ticketsummarizer.benchmarks.analyst;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Things in parts of like size, each with its share of every class. */
record Folds<T>(List<List<T>> parts) {
    /** Deals the shuffled members of class after class out to the folds in turn; a seed always gives the same folds. */
    static <T, C extends Comparable<C>> Folds<T> stratified(List<T> all, Function<T, C> classOf, int folds, long seed) {
        Random random = new Random(seed);
        List<List<T>> parts =
                Stream.generate(() -> (List<T>) new ArrayList<T>()).limit(folds).toList();
        Map<C, List<T>> byClass = all.stream()
                .collect(Collectors.groupingBy(classOf, TreeMap::new, Collectors.toCollection(ArrayList::new)));
        int dealt = 0;
        for (List<T> members : byClass.values()) {
            Collections.shuffle(members, random);
            for (T member : members) {
                parts.get(dealt++ % folds).add(member);
            }
        }
        return new Folds<>(parts);
    }

    /** Those of a fold. */
    List<T> judged(int fold) {
        return parts.get(fold);
    }

    /** Those of all other folds. */
    List<T> training(int fold) {
        return IntStream.range(0, parts.size())
                .filter(other -> other != fold)
                .mapToObj(parts::get)
                .flatMap(List::stream)
                .toList();
    }
}
