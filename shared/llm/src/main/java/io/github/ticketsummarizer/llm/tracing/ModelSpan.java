package io.github.ticketsummarizer.llm.tracing;

import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.chat.TokenUsage;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.telemetry.attribute.GenAi;
import io.github.ticketsummarizer.telemetry.attribute.OpenInference;
import io.github.ticketsummarizer.telemetry.span.InheritedAttributes;
import io.github.ticketsummarizer.telemetry.span.OpenSpan;
import io.github.ticketsummarizer.telemetry.span.SpanContent;
import io.github.ticketsummarizer.telemetry.span.SpanError;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;

/** The span of one call to a model: {@code chat MODEL}, of kind LLM, below the span of the stage that asks. */
final class ModelSpan implements AutoCloseable {
    private final OpenSpan span;
    private final String askedModel;
    private final SpanContent content;
    private boolean told;

    private ModelSpan(OpenSpan span, String askedModel, SpanContent content) {
        this.span = span;
        this.askedModel = askedModel;
        this.content = content;
    }

    /** Starts the span. What the model is asked is made fit to be told while it answers. */
    static ModelSpan start(Tracing tracing, ModelQuestion question) {
        AttributesBuilder attributes = QuestionAttributes.ofModel(question).toBuilder();
        Context parent = Context.current();
        String session = InheritedAttributes.of(parent).get(OpenInference.SESSION_ID);
        if (session != null) {
            attributes.put(GenAi.CONVERSATION_ID, session);
        }
        OpenSpan span = tracing.open(tracing.child(parent, "chat " + question.model(), SpanKind.CLIENT)
                .setAllAttributes(attributes.build()));
        SpanContent content = tracing.content(question.people());
        span.tell(() -> QuestionAttributes.ofMessages(question, tracing.details(), content));
        return new ModelSpan(span, question.model(), content);
    }

    /** The context of what is below it. */
    Context context() {
        return Context.current().with(span.span());
    }

    /** The model answered. */
    void answered(ModelReply reply) {
        told = true;
        span.tell(() -> ReplyAttributes.of(reply, content));
        span.span().setStatus(StatusCode.OK);
    }

    /** No answer came. */
    void failed(LlmException failure) {
        fail(SpanError.of(failure.failure()));
        tellNoAnswer();
    }

    /** An answer came that is of no use, and is paid for. It is not {@link #answered}: a status that is OK stays so. */
    void failed(LlmException failure, ModelReply paid) {
        fail(SpanError.of(failure.failure()));
        span.tell(() -> ReplyAttributes.of(paid, content));
        if (paid.usage().equals(TokenUsage.UNKNOWN)) {
            addNoUsage();
        }
    }

    /** The call was given up: by its deadline, or because the stage closes. */
    void interrupted() {
        fail(SpanError.INTERRUPTED);
        tellNoAnswer();
    }

    /** Ends the span. Where nobody told how the call went, it threw what no call should. */
    @Override
    public void close() {
        if (!told) {
            fail(new SpanError(ErrorType.INTERNAL.wireName(), "the call ended with a defect; please report it", false));
            tellNoAnswer();
        }
        span.end();
    }

    private void fail(SpanError error) {
        told = true;
        Tracing.fail(span.span(), error);
    }

    /** The name of the model waits for the one that answers: an attribute that is put twice counts as dropped. */
    private void tellNoAnswer() {
        span.span().setAttribute(OpenInference.LLM_MODEL_NAME, askedModel);
        addNoUsage();
    }

    /** Without a usage Langfuse would count the tokens of a failed call itself. */
    private void addNoUsage() {
        span.span()
                .setAttribute(OpenInference.LLM_TOKENS_PROMPT, 0L)
                .setAttribute(OpenInference.LLM_TOKENS_COMPLETION, 0L)
                .setAttribute(OpenInference.LLM_TOKENS_TOTAL, 0L);
    }
}
