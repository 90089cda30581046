package io.github.ticketsummarizer.benchmarks.analyst;

import io.github.ticketsummarizer.evaluation.Label;
import io.github.ticketsummarizer.evaluation.LabelFile;
import io.github.ticketsummarizer.evaluation.LabelFile.NumberedLabel;
import io.github.ticketsummarizer.evaluation.Split;
import io.github.ticketsummarizer.llm.AnalysisInput;
import io.github.ticketsummarizer.llm.InvalidAnswerException;
import io.github.ticketsummarizer.llm.LlmRequest;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.ThreadInput;
import io.github.ticketsummarizer.llm.answer.SynthesisAnswer;
import io.github.ticketsummarizer.llm.answer.SynthesisReader;
import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.llm.offline.OfflineClient;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.zendesk.FetchResult;
import io.github.ticketsummarizer.zendesk.FileTicketSource;
import io.github.ticketsummarizer.zendesk.TicketMappingSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The tickets of the tune half with their right PODs. */
record Tickets(List<Label> labels, List<Ticket> threads) {
    static Tickets tuneHalf(Path samples) throws InterruptedException {
        List<Label> labels = LabelFile.read(samples.resolve("labels.jsonl"), new Json()).stream()
                .map(NumberedLabel::label)
                .filter(label -> label.split() == Split.TUNE)
                .toList();
        FileTicketSource source = new FileTicketSource(samples.resolve("tickets"), TicketMappingSettings.DEFAULT);
        Map<String, FetchResult> fetched =
                source.fetch(labels.stream().map(Label::ticketId).toList());
        return new Tickets(
                labels, fetched.values().stream().map(Tickets::thread).toList());
    }

    private static Ticket thread(FetchResult result) {
        if (result instanceof FetchResult.Found found) {
            return found.ticket();
        }
        throw new IllegalStateException("a labelled ticket cannot be read: " + result);
    }

    /** The tickets as the offline synthesis hands them on, in the order of the labels. */
    List<Example> synthesized(AnalysisConfig config) {
        OfflineClient client = new OfflineClient(config);
        SynthesisReader reader = new SynthesisReader(config.guide());
        return IntStream.range(0, labels.size())
                .mapToObj(i -> new Example(labels.get(i).primaryPod(), synthesize(threads.get(i), client, reader)))
                .toList();
    }

    private static AnalysisInput synthesize(Ticket thread, OfflineClient client, SynthesisReader reader) {
        try {
            SynthesisAnswer answer =
                    reader.read(client.call(new LlmRequest(LlmTask.SYNTHESIS, 1, new ThreadInput(thread))), thread);
            return new AnalysisInput(thread.header(), answer.synthesis(), answer.evidence());
        } catch (InvalidAnswerException e) {
            throw new IllegalStateException(e);
        }
    }
}
