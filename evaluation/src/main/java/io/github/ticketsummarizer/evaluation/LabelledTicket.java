package io.github.ticketsummarizer.evaluation;

import io.github.ticketsummarizer.model.Confidence;
import org.jspecify.annotations.Nullable;

/** A ticket's label and what was answered on it. */
public record LabelledTicket(Label label, Prediction prediction) {
    public LabelledTicket {
        if (!label.ticketId().equals(prediction.ticketId())) {
            throw new IllegalArgumentException("the label of ticket %s does not go with an answer on ticket %s"
                    .formatted(label.ticketId(), prediction.ticketId()));
        }
    }

    @Nullable
    String answered(Question question) {
        Answer answer = prediction.answer(question);
        return answer == null ? null : answer.value();
    }

    boolean isRight(Question question) {
        return question.expected(label).equals(answered(question));
    }

    boolean isConfident(Question question) {
        Answer answer = prediction.answer(question);
        return answer != null && answer.confidence() == Confidence.CONFIDENT;
    }

    /** Whether the POD is the primary or an acceptable one. */
    boolean isPodAcceptable() {
        String pod = answered(Question.POD);
        return pod != null && label.rightPods().contains(pod);
    }

    /** Whether an answer is missing. */
    boolean isFailed() {
        return prediction.answers().size() < Question.values().length;
    }

    Mistake mistake(Question question) {
        Answer answer = prediction.answer(question);
        return new Mistake(
                label.ticketId(),
                question,
                question.expected(label),
                answer == null ? null : answer.value(),
                answer == null ? null : answer.confidence(),
                question == Question.POD && isPodAcceptable(),
                label.why());
    }
}
