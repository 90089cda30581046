package io.github.ticketsummarizer.cli.evaluation;

import io.github.ticketsummarizer.cli.CliException;
import io.github.ticketsummarizer.cli.input.TicketEntry;
import io.github.ticketsummarizer.cli.input.TicketList;
import io.github.ticketsummarizer.evaluation.Label;
import io.github.ticketsummarizer.evaluation.LabelFile;
import io.github.ticketsummarizer.evaluation.LabelFile.NumberedLabel;
import io.github.ticketsummarizer.evaluation.LabelsException;
import io.github.ticketsummarizer.evaluation.Split;
import io.github.ticketsummarizer.llm.config.Taxonomy;
import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.zendesk.FileTicketSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The labels that are measured with: those of a file, or of one half of it. */
public record LabelledTickets(Path file, @Nullable Split split, List<NumberedLabel> numbered) {
    public LabelledTickets {
        numbered = List.copyOf(numbered);
    }

    /**
     * Reads the labels.
     *
     * @param split null for all
     * @throws CliException when there are none, or the file has mistakes; it lists them with their lines
     */
    public static LabelledTickets read(Path file, @Nullable Split split, Json json) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw CliException.usage(
                    "--labels: %s is not there or cannot be read; it takes a JSON Lines file, a label a line"
                            .formatted(file));
        }
        List<NumberedLabel> numbered = readAll(file, json).stream()
                .filter(one -> split == null || one.label().split() == split)
                .toList();
        if (numbered.isEmpty()) {
            throw CliException.usage("%s: there is no label%s"
                    .formatted(file, split == null ? "" : " of the split " + split.wireName()));
        }
        return new LabelledTickets(file, split, numbered);
    }

    private static List<NumberedLabel> readAll(Path file, Json json) {
        try {
            return LabelFile.read(file, json);
        } catch (LabelsException e) {
            throw asUsage(e);
        }
    }

    /**
     * Looks whether every label can be met: its ticket is there, and the taxonomy knows its PODs.
     *
     * @throws CliException when not; it lists the labels with their lines
     */
    public void require(Path tickets, Taxonomy taxonomy) {
        Set<String> missing = missing(tickets);
        List<String> mistakes = new ArrayList<>();
        for (NumberedLabel one : numbered) {
            String ticketId = one.label().ticketId();
            if (missing.contains(ticketId)) {
                mistakes.add(mistake(one, "ticket %s is not in %s".formatted(ticketId, tickets)));
            }
            one.label().rightPods().stream()
                    .filter(pod -> !taxonomy.names().contains(pod))
                    .map(pod -> mistake(one, unknown(pod, taxonomy)))
                    .forEach(mistakes::add);
        }
        if (!mistakes.isEmpty()) {
            throw asUsage(new LabelsException(mistakes));
        }
    }

    /** The labels, in the order of the file. */
    public List<Label> labels() {
        return numbered.stream().map(NumberedLabel::label).toList();
    }

    /** The tickets to submit. */
    public TicketList tickets() {
        List<Label> labels = labels();
        return new TicketList(
                IntStream.range(0, labels.size())
                        .mapToObj(i -> new TicketEntry(
                                Integer.toString(i + 1), labels.get(i).ticketId()))
                        .toList(),
                List.of());
    }

    private Set<String> missing(Path tickets) {
        try {
            return new HashSet<>(FileTicketSource.missing(
                    tickets, labels().stream().map(Label::ticketId).toList()));
        } catch (IOException e) {
            throw new CliException(ExitCode.USAGE, "--tickets: " + e.getMessage(), e);
        }
    }

    private String mistake(NumberedLabel label, String reason) {
        return "%s line %d: %s".formatted(file, label.line(), reason);
    }

    private static String unknown(String pod, Taxonomy taxonomy) {
        return "the taxonomy has no POD '%s'; %s"
                .formatted(
                        pod,
                        taxonomy.find(pod)
                                .map(meant -> "write " + meant.name())
                                .orElse("known: " + String.join(", ", taxonomy.names())));
    }

    private static CliException asUsage(LabelsException e) {
        return new CliException(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
}
