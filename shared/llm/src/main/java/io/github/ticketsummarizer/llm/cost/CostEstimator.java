package io.github.ticketsummarizer.llm.cost;

import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.llm.config.ConfigFiles;
import io.github.ticketsummarizer.llm.config.ConfigFolder;
import io.github.ticketsummarizer.llm.config.PriceFiles;
import io.github.ticketsummarizer.llm.openai.AzureDefinition;
import io.github.ticketsummarizer.llm.prompt.PromptBuilder;
import io.github.ticketsummarizer.llm.prompt.PromptBuilder.FixedPart;
import io.github.ticketsummarizer.llm.prompt.PromptLibrary;
import io.github.ticketsummarizer.llm.provider.ChatModels;
import io.github.ticketsummarizer.llm.provider.ProviderAccount;
import io.github.ticketsummarizer.llm.thread.CondensationSettings;
import io.github.ticketsummarizer.llm.thread.ThreadPlanning;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.Run;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what a run may cost. The low end takes it that all calls but the first find their system part in the provider's
 * cache and that the model does not think; the high end, that none does and that it does. Calls for notes of long threads are
 * counted where the tickets are known; repairs and retries are not foreseen.
 */
public final class CostEstimator {
    private final ChatModels models;
    private final PromptBuilder prompts;
    private final PriceList prices;
    private final ThreadPlanning planning;

    /** @param condensation how many calls the notes of a long thread may take */
    public CostEstimator(
            ChatModels models, PromptBuilder prompts, PriceList prices, CondensationSettings condensation) {
        this.models = models;
        this.prompts = prompts;
        this.prices = prices;
        this.planning = new ThreadPlanning(condensation);
    }

    /**
     * By the files and settings that stand here.
     *
     * @throws io.github.ticketsummarizer.llm.config.ConfigException when a configuration file is wrong
     */
    public static CostEstimator from(Settings settings) {
        ConfigFolder folder = ConfigFolder.from(settings);
        AnalysisConfig config = new ConfigFiles(folder).load();
        return new CostEstimator(
                new ChatModels(settings),
                new PromptBuilder(new PromptLibrary(folder, config), config),
                new PriceFiles(folder).load().withAzureModel(settings.text(AzureDefinition.BASE_MODEL)),
                CondensationSettings.from(settings));
    }

    /**
     * The estimate; empty where no model is asked.
     *
     * @param tickets how many of the run's are to be sent
     * @param sample some of these; empty where none is at hand
     * @throws LlmException when a prompt of the run cannot be used
     */
    public Optional<CostEstimate> estimate(Run run, int tickets, List<Ticket> sample) throws LlmException {
        LlmProvider provider = LlmProvider.fromName(run.modelProvider());
        if (provider == LlmProvider.OFFLINE || tickets == 0) {
            return Optional.empty();
        }
        ProviderAccount account = account(provider);
        String model = account == null ? null : account.model();
        ModelPrice price = model == null ? null : prices.of(provider, model).orElse(null);
        List<Calls> all = calls(run, tickets, sample, account);
        Bounds input = new Bounds(0, 0);
        Bounds output = new Bounds(0, 0);
        Bounds cost = price == null ? null : new Bounds(0, 0);
        for (Calls calls : all) {
            input = input.plus(calls.input().times(calls.count()));
            output = output.plus(calls.output().times(calls.count()));
            cost = price == null || cost == null ? null : cost.plus(cost(calls, price));
        }
        return Optional.of(new CostEstimate(
                provider.wireName(),
                model,
                tickets,
                all.stream().mapToInt(Calls::count).sum(),
                all.stream()
                        .filter(calls -> calls.task() == LlmTask.CONDENSATION)
                        .mapToInt(Calls::count)
                        .sum(),
                input,
                output,
                cost,
                !sample.isEmpty()));
    }

    /** The calls of a task: how many, and one of them in tokens; {@code fixed} is what of {@code input} can be cached. */
    private record Calls(LlmTask task, int count, Bounds fixed, Bounds input, Bounds output) {}

    private List<Calls> calls(Run run, int tickets, List<Ticket> sample, @Nullable ProviderAccount account)
            throws LlmException {
        PromptVersions versions = run.promptVersions();
        ThreadSizes threads = new ThreadSizes(prompts, planning, versions);
        threads.add(sample, run.modelProvider(), account == null ? Long.MAX_VALUE : account.requestMaxTokens());
        double known = Math.max(1, sample.size());
        int asked = sample.isEmpty() ? tickets : (int) Math.round(threads.asked() * tickets / known);
        int chunks = (int) Math.round(threads.chunks() * tickets / known);
        List<Calls> all = new ArrayList<>();
        for (LlmTask task : LlmTask.values()) {
            boolean takesNotes = task == LlmTask.CONDENSATION;
            if (takesNotes
                    ? chunks > 0
                    : task == LlmTask.SYNTHESIS || run.analysisType().includes(task.stage())) {
                all.add(calls(task, takesNotes ? chunks : asked, task.promptVersion(versions), threads));
            }
        }
        all.removeIf(calls -> calls.count() == 0);
        return all;
    }

    private Calls calls(LlmTask task, int count, int promptVersion, ThreadSizes threads) throws LlmException {
        FixedPart part = prompts.fixedPart(task, promptVersion);
        // Not every provider counts the schema.
        Bounds fixed = TypicalSizes.tokens(new Bounds(
                part.system().length(), part.system().length() + part.schema().length()));
        Bounds ticket = switch (task) {
            case SYNTHESIS -> threads.thread();
            case CATEGORIZATION, DIAGNOSTICS -> TypicalSizes.synthesizedTokens();
            case CONDENSATION -> threads.chunk();
        };
        Bounds answer = task == LlmTask.CONDENSATION ? threads.notes() : TypicalSizes.answerTokens(task);
        return new Calls(task, count, fixed, fixed.plus(ticket), answer);
    }

    private static Bounds cost(Calls calls, ModelPrice price) {
        long low = Math.round(calls.input().low());
        long high = Math.round(calls.input().high());
        long fixedLow = Math.round(calls.fixed().low());
        long answerLow = Math.round(calls.output().low());
        double first = price.prices(low).cost(low, 0, 0, answerLow);
        double next = price.prices(low).cost(low, fixedLow, 0, answerLow);
        double most = price.prices(high)
                .cost(
                        high,
                        0,
                        Math.round(calls.fixed().high()),
                        Math.round(calls.output().high()));
        return new Bounds(first + (calls.count() - 1) * next, calls.count() * most);
    }

    /** Null where the provider is set up elsewhere only. */
    private @Nullable ProviderAccount account(LlmProvider provider) {
        try {
            return models.account(provider);
        } catch (LlmException setUpElsewhere) {
            return null;
        }
    }
}
