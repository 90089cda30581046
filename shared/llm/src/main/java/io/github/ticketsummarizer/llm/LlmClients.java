package io.github.ticketsummarizer.llm;

import io.github.ticketsummarizer.llm.answer.AnswerReader;
import io.github.ticketsummarizer.model.CallAccount;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.CleanText;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.TicketRequest;

/** The client of each provider, by the name that a submission gives. */
public final class LlmClients {
    private final LlmClient offline;
    private final ProviderClients providers;

    /**
     * @param offline the baseline
     * @param providers the clients of all others
     */
    public LlmClients(LlmClient offline, ProviderClients providers) {
        this.offline = offline;
        this.providers = providers;
    }

    /**
     * The client of a provider. There is never another one instead.
     *
     * @throws LlmException {@code provider_not_configured} when the name is unknown or settings are missing; the message
     *     says what to do
     */
    public LlmClient client(String providerName) throws LlmException {
        LlmProvider provider = parse(providerName);
        return provider == LlmProvider.OFFLINE ? offline : providers.client(provider);
    }

    /**
     * Asks the provider and with the prompt version that a submission chose. An answer that the task's rules refuse is
     * sent back once, with what is wrong with it.
     *
     * @param account takes every call that was answered, whatever comes of it
     * @throws LlmException when there is no usable answer, or no client for the provider
     * @throws InterruptedException when the caller gave up
     */
    public <T> T ask(LlmTask task, TicketRequest request, TaskInput input, AnswerReader<T> reader, CallAccount account)
            throws LlmException, InterruptedException {
        LlmClient client = client(request.modelProvider());
        LlmRequest question = new LlmRequest(task, task.promptVersion(request.promptVersions()), input);
        try {
            return answer(client, question, request, reader, account);
        } catch (InvalidAnswerException invalid) {
            return repaired(client, question.repairing(invalid.repair()), request, reader, account);
        }
    }

    private static <T> T repaired(
            LlmClient client, LlmRequest again, TicketRequest request, AnswerReader<T> reader, CallAccount account)
            throws LlmException, InterruptedException {
        try {
            return answer(client, again, request, reader, account);
        } catch (ProviderHeldException held) {
            throw held.afterACall();
        }
    }

    private static <T> T answer(
            LlmClient client, LlmRequest question, TicketRequest request, AnswerReader<T> reader, CallAccount account)
            throws LlmException, InterruptedException {
        LlmAnswer answer = call(client, question, request, account);
        if (!answer.complete()) {
            throw cut(question.task(), answer);
        }
        return reader.read(answer);
    }

    private static LlmAnswer call(LlmClient client, LlmRequest question, TicketRequest request, CallAccount account)
            throws LlmException, InterruptedException {
        try {
            LlmAnswer answer = client.call(question);
            account.add(answer.accountedFor(question.task(), request));
            return answer;
        } catch (LlmException failed) {
            LlmAnswer paid = failed.paid();
            if (paid != null) {
                account.add(paid.accountedFor(question.task(), request));
            }
            throw failed;
        }
    }

    private static LlmException cut(LlmTask task, LlmAnswer answer) {
        String message = ("the model's answer for %s was cut at the limit of output tokens. "
                        + "Raise the provider's setting that ends in _MAX_OUTPUT_TOKENS, or use another model.")
                .formatted(task.wireName());
        return new LlmException(
                new CallFailure(ErrorType.LLM_INVALID_ANSWER, message, false, null, CleanText.of(answer.rawText())));
    }

    private static LlmProvider parse(String providerName) throws LlmException {
        try {
            return LlmProvider.fromName(providerName);
        } catch (IllegalArgumentException unknown) {
            throw notConfigured("%s. Choose one with --model-provider, for example --model-provider offline."
                    .formatted(unknown.getMessage()));
        }
    }

    private static LlmException notConfigured(String message) {
        return new LlmException(CallFailure.permanent(ErrorType.PROVIDER_NOT_CONFIGURED, message));
    }
}
