package io.github.ticketsummarizer.llm.prompt;

import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.MustacheParseException;
import io.github.ticketsummarizer.llm.AnalysisInput;
import io.github.ticketsummarizer.llm.ChunkInput;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.TaskInput;
import io.github.ticketsummarizer.llm.ThreadInput;
import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.llm.config.ConfigFolder;
import io.github.ticketsummarizer.llm.thread.Chunk;
import io.github.ticketsummarizer.model.Attachment;
import io.github.ticketsummarizer.model.Comment;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.Evidence;
import io.github.ticketsummarizer.model.Synthesis;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.TicketHeader;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks through all prompts that can be asked for, as a person who edits them wants it: every mistake with its file and
 * line. Templates are rendered once, with a ticket that has all there is to name.
 */
public final class PromptCheck {
    private static final String FOLDER = "prompts";
    private static final List<String> PARTS = List.of("system", "ticket");
    private static final Pattern VERSION = Pattern.compile("[1-9]\\d{0,8}");
    private static final Pattern PARSED_LINE = Pattern.compile(" @ line (\\d+)$");

    private final ConfigFolder folder;
    private final PromptLibrary library;
    private final Map<String, @Nullable Object> systemVariables;
    private final TicketVariables ticketVariables;
    private final List<String> mistakes = new ArrayList<>();

    /** @param config what the prompts tell of */
    public PromptCheck(ConfigFolder folder, AnalysisConfig config) {
        this.folder = folder;
        this.library = new PromptLibrary(folder, config);
        this.systemVariables = new SystemVariables(config).all();
        this.ticketVariables = new TicketVariables(config.guide().feature().name());
    }

    /** What is wrong, one line each. */
    public List<String> mistakes() {
        mistakes.clear();
        checkFolders();
        for (LlmTask task : LlmTask.values()) {
            for (int version : library.versions(task)) {
                check(new PromptName(task, version));
            }
        }
        mistakes.addAll(new PromptSums(folder).mistakes());
        return List.copyOf(mistakes);
    }

    /** Folders that nobody would ever look into. */
    private void checkFolders() {
        List<String> tasks =
                Arrays.stream(LlmTask.values()).map(LlmTask::wireName).toList();
        for (String name : folder.folders(FOLDER)) {
            if (!tasks.contains(name)) {
                mistake(FOLDER + "/" + name, "there is no such task; there are: " + String.join(", ", tasks));
            }
        }
        for (LlmTask task : LlmTask.values()) {
            List<Integer> versions = library.versions(task);
            String ofTask = FOLDER + "/" + task.wireName();
            for (String name : folder.folders(ofTask)) {
                if (!VERSION.matcher(name).matches()) {
                    mistake(ofTask + "/" + name, "is not a version; these are whole numbers from 1");
                } else if (!versions.contains(Integer.valueOf(name))) {
                    mistake(
                            ofTask + "/" + name,
                            "cannot be asked for: it has no system.mustache, or there is no version %d before it"
                                    .formatted(versions.size() + 1));
                }
            }
        }
    }

    private void check(PromptName name) {
        for (String part : PARTS) {
            String file = name.file(part);
            try {
                Map<String, @Nullable Object> variables =
                        part.equals("system") ? systemVariables : ticketVariables.of(example(name.task()));
                var _ = library.compile(file).execute(variables);
            } catch (NoSuchFileException missing) {
                mistake(file, "there is no such file");
            } catch (MustacheException.Context unknown) {
                mistake(file + ":" + unknown.lineNo, "there is no variable '%s'".formatted(unknown.key));
            } catch (MustacheParseException wrong) {
                parseMistake(file, String.valueOf(wrong.getMessage()));
            } catch (IOException | MustacheException wrong) {
                mistake(file, String.valueOf(wrong.getMessage()));
            }
        }
    }

    /** The template engine says the line at the end of its message. */
    private void parseMistake(String file, String message) {
        Matcher line = PARSED_LINE.matcher(message);
        if (line.find()) {
            mistake(file + ":" + line.group(1), message.substring(0, line.start()));
        } else {
            mistake(file, message);
        }
    }

    private void mistake(String place, String whatIsWrong) {
        mistakes.add("%s: %s".formatted(folder.place(place), whatIsWrong));
    }

    private static TaskInput example(LlmTask task) {
        TicketHeader header =
                new TicketHeader("1", "s", "d", "https://x.example", "open", Instant.EPOCH, null, 1, CustomFields.NONE);
        Comment comment = new Comment("1", "1", "a", Instant.EPOCH, "b", true, List.of(new Attachment("f", "t", 1)));
        Ticket ticket = new Ticket(header, List.of(comment));
        return switch (task) {
            case SYNTHESIS -> new ThreadInput(ticket);
            case CONDENSATION -> new ChunkInput(ticket, new Chunk(List.of(new Chunk.Piece(1, 0, 1))), 100);
            case CATEGORIZATION, DIAGNOSTICS ->
                new AnalysisInput(header, new Synthesis("i", "c", "s", "r"), List.of(new Evidence(1, "q")));
        };
    }
}
