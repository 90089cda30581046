package io.github.ticketsummarizer.evaluation;

import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the figures of each question. */
final class Evaluator {
    private final List<LabelledTicket> tickets;
    private final Bootstrap bootstrap;

    Evaluator(List<LabelledTicket> tickets, Bootstrap bootstrap) {
        this.tickets = List.copyOf(tickets);
        this.bootstrap = bootstrap;
    }

    Classification classification(Question question) {
        AnswerTable table = new AnswerTable(
                tickets.stream()
                        .map(ticket -> question.expected(ticket.label()))
                        .toList(),
                tickets.stream()
                        .<@Nullable String>map(ticket -> ticket.answered(question))
                        .toList());
        Resampled<ClassCounts> counts = bootstrap.count(table.tickets(), table::count);
        BitSet confident = where(ticket -> ticket.isConfident(question));
        ToLongFunction<ClassCounts> all = ClassCounts::tickets;
        return new Classification(
                table.tickets(),
                (int) tickets.stream()
                        .filter(ticket -> ticket.answered(question) == null)
                        .count(),
                counts.figure(ClassCounts::accuracy, all),
                counts.figure(ClassCounts::macroF1, all),
                counts.figure(ClassCounts::weightedF1, all),
                counts.figure(ClassCounts::kappa, all),
                proportion(confident, where(ticket -> ticket.isRight(question))),
                proportion(everyTicket(), confident),
                classFigures(table.classes(), counts),
                table.confusion());
    }

    AcceptablePods acceptablePods() {
        BitSet acceptable = where(LabelledTicket::isPodAcceptable);
        return new AcceptablePods(
                proportion(everyTicket(), acceptable),
                proportion(where(ticket -> ticket.isConfident(Question.POD)), acceptable));
    }

    List<Mistake> mistakes(Question question) {
        return tickets.stream()
                .filter(ticket -> !ticket.isRight(question))
                .map(ticket -> ticket.mistake(question))
                .toList();
    }

    private static List<ClassFigures> classFigures(List<String> classes, Resampled<ClassCounts> counts) {
        return IntStream.range(0, classes.size())
                .mapToObj(index -> new ClassFigures(
                        classes.get(index),
                        counts.all().expected()[index],
                        counts.all().answered()[index],
                        counts.figure(some -> some.ofClass(index, some::precision), some -> some.answered()[index]),
                        counts.figure(some -> some.ofClass(index, some::recall), some -> some.expected()[index]),
                        counts.figure(some -> some.ofClass(index, some::f1), some -> some.either(index))))
                .toList();
    }

    private Figure proportion(BitSet counting, BitSet right) {
        return bootstrap
                .count(tickets.size(), some -> Proportion.of(some, counting, right))
                .figure(Proportion::value, Proportion::counted);
    }

    private BitSet everyTicket() {
        return where(ticket -> true);
    }

    private BitSet where(Predicate<LabelledTicket> condition) {
        BitSet where = new BitSet(tickets.size());
        IntStream.range(0, tickets.size())
                .filter(i -> condition.test(tickets.get(i)))
                .forEach(where::set);
        return where;
    }
}
