package io.github.ticketsummarizer.llm.cost;

import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.llm.LlmRequest;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.ThreadInput;
import io.github.ticketsummarizer.llm.chat.ChatTurn;
import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.llm.config.ConfigFiles;
import io.github.ticketsummarizer.llm.config.ConfigFolder;
import io.github.ticketsummarizer.llm.config.PriceFiles;
import io.github.ticketsummarizer.llm.openai.AzureDefinition;
import io.github.ticketsummarizer.llm.prompt.PromptBuilder;
import io.github.ticketsummarizer.llm.prompt.PromptBuilder.FixedPart;
import io.github.ticketsummarizer.llm.prompt.PromptLibrary;
import io.github.ticketsummarizer.llm.provider.ChatModels;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.Run;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.Ticket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what a run may cost. The low end takes it that all calls but the first find their system part in the provider's
 * cache and that the model does not think; the high end, that none does and that it does. Repairs, retries and tickets too
 * long for one call are not foreseen.
 */
public final class CostEstimator {
    private final ChatModels models;
    private final PromptBuilder prompts;
    private final PriceList prices;

    public CostEstimator(ChatModels models, PromptBuilder prompts, PriceList prices) {
        this.models = models;
        this.prompts = prompts;
        this.prices = prices;
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
                new PriceFiles(folder).load().withAzureModel(settings.text(AzureDefinition.BASE_MODEL)));
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
        List<LlmTask> tasks = Arrays.stream(LlmTask.values())
                .filter(task -> task == LlmTask.SYNTHESIS || run.analysisType().includes(task.stage()))
                .toList();
        String model = model(provider);
        ModelPrice price = model == null ? null : prices.of(provider, model).orElse(null);
        double thread = threadCharacters(run.promptVersions(), sample);
        Bounds input = new Bounds(0, 0);
        Bounds output = new Bounds(0, 0);
        Bounds cost = price == null ? null : new Bounds(0, 0);
        for (LlmTask task : tasks) {
            Call call = call(task, task.promptVersion(run.promptVersions()), thread);
            input = input.plus(call.input().times(tickets));
            output = output.plus(call.output().times(tickets));
            cost = price == null || cost == null ? null : cost.plus(cost(call, price, tickets));
        }
        int calls = Math.multiplyExact(tickets, tasks.size());
        return Optional.of(
                new CostEstimate(provider.wireName(), model, tickets, calls, input, output, cost, !sample.isEmpty()));
    }

    /** One call of a task, in tokens; {@code fixed} is the part of {@code input} that a provider can cache. */
    private record Call(Bounds fixed, Bounds input, Bounds output) {}

    private Call call(LlmTask task, int promptVersion, double threadCharacters) throws LlmException {
        FixedPart part = prompts.fixedPart(task, promptVersion);
        // Not every provider counts the schema.
        Bounds fixed = TypicalSizes.tokens(new Bounds(
                part.system().length(), part.system().length() + part.schema().length()));
        Bounds ticket = TypicalSizes.tokens(TypicalSizes.ticketCharacters(task, threadCharacters));
        return new Call(fixed, fixed.plus(ticket), TypicalSizes.answerTokens(task));
    }

    private static Bounds cost(Call call, ModelPrice price, int tickets) {
        long low = Math.round(call.input().low());
        long high = Math.round(call.input().high());
        long fixedLow = Math.round(call.fixed().low());
        long answerLow = Math.round(call.output().low());
        double first = price.prices(low).cost(low, 0, 0, answerLow);
        double next = price.prices(low).cost(low, fixedLow, 0, answerLow);
        double most = price.prices(high)
                .cost(
                        high,
                        0,
                        Math.round(call.fixed().high()),
                        Math.round(call.output().high()));
        return new Bounds(first + (tickets - 1) * next, tickets * most);
    }

    private double threadCharacters(PromptVersions versions, List<Ticket> sample) throws LlmException {
        if (sample.isEmpty()) {
            return TypicalSizes.THREAD_CHARACTERS;
        }
        long characters = 0;
        for (Ticket ticket : sample) {
            LlmRequest request = new LlmRequest(
                    LlmTask.SYNTHESIS, LlmTask.SYNTHESIS.promptVersion(versions), new ThreadInput(ticket));
            for (ChatTurn turn : prompts.build(request).turns()) {
                characters += turn.text().length();
            }
        }
        return (double) characters / sample.size();
    }

    /** Null where the provider is set up elsewhere only. */
    private @Nullable String model(LlmProvider provider) {
        try {
            return models.account(provider).model();
        } catch (LlmException setUpElsewhere) {
            return null;
        }
    }
}
