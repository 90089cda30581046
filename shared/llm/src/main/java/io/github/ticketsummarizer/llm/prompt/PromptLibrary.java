package io.github.ticketsummarizer.llm.prompt;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.llm.config.ConfigFolder;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The prompts of {@code config/prompts/<task>/<version>}, each read when first asked for. Thread-safe.
 *
 * <p>Templates are Mustache (<a href="https://mustache.github.io/mustache.5.html">mustache(5)</a>), without HTML
 * escaping, and a variable that does not exist is an error.
 */
public final class PromptLibrary {
    private final ConfigFolder folder;
    private final Map<String, @Nullable Object> systemVariables;
    private final Mustache.Compiler compiler =
            Mustache.compiler().escapeHTML(false).strictSections(true);
    private final ConcurrentMap<PromptName, Prompt> prompts = new ConcurrentHashMap<>();

    /** @param config what the system parts tell of the PODs and of Diagnostics */
    public PromptLibrary(ConfigFolder folder, AnalysisConfig config) {
        this.folder = folder;
        this.systemVariables = new SystemVariables(config).all();
    }

    /** The versions that a task has, ascending: whole numbers from 1 without a gap. */
    public List<Integer> versions(LlmTask task) {
        return IntStream.iterate(1, version -> exists(new PromptName(task, version)), version -> version + 1)
                .boxed()
                .toList();
    }

    /**
     * Whether a version can be asked for; call it before sending anything.
     *
     * @throws LlmException {@code llm_bad_request} when the version does not exist or its files are wrong
     */
    public void check(LlmTask task, int version) throws LlmException {
        prompt(new PromptName(task, version));
    }

    Prompt prompt(PromptName name) throws LlmException {
        Prompt known = prompts.get(name);
        if (known != null) {
            return known;
        }
        Prompt read = read(name);
        prompts.put(name, read);
        return read;
    }

    /** @throws LlmException {@code llm_bad_request} when the template names a variable that there is not */
    String render(PromptName name, Template template, Map<String, @Nullable Object> variables) throws LlmException {
        try {
            return template.execute(variables);
        } catch (MustacheException wrong) {
            throw wrong(name, wrong);
        }
    }

    private Prompt read(PromptName name) throws LlmException {
        try {
            Template system = compile(name.file("system"));
            String ticket = folder.textOrBundled(name.file("ticket"));
            return new Prompt(render(name, system, systemVariables), compiler.compile(ticket), ticket);
        } catch (NoSuchFileException missing) {
            throw unusable("there is no version %d of the prompt for %s in %s; there are: %s"
                    .formatted(name.version(), name.task().wireName(), folder, known(name.task())));
        } catch (IOException | MustacheException wrong) {
            throw wrong(name, wrong);
        }
    }

    /** @throws IOException when the file is not there or cannot be read */
    Template compile(String file) throws IOException {
        return compiler.compile(folder.textOrBundled(file));
    }

    private static LlmException wrong(PromptName name, Exception reason) {
        return unusable("version %d of the prompt for %s cannot be used: %s"
                .formatted(name.version(), name.task().wireName(), reason.getMessage()));
    }

    private boolean exists(PromptName name) {
        try {
            folder.textOrBundled(name.file("system"));
            return true;
        } catch (IOException missing) {
            return false;
        }
    }

    private String known(LlmTask task) {
        return versions(task).stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static LlmException unusable(String message) {
        return new LlmException(CallFailure.permanent(ErrorType.LLM_BAD_REQUEST, message));
    }
}
