package io.github.ticketsummarizer.cli.output;

import io.github.ticketsummarizer.llm.cost.Bounds;
import io.github.ticketsummarizer.llm.cost.CostEstimate;
import io.github.ticketsummarizer.llm.cost.TypicalSizes;
import io.github.ticketsummarizer.model.RunTotals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** An estimate in words, and what became of it. */
public final class EstimateText {
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);
    private static final int PERCENT = 100;

    private EstimateText() {}

    /** Before anything is sent; one line. */
    public static String before(CostEstimate estimate) {
        return "estimate: %d calls to %s%s, %s tokens read and %s written, %s%s"
                .formatted(
                        estimate.calls(),
                        estimate.model() == null ? estimate.provider() : estimate.model(),
                        notes(estimate.condensationCalls()),
                        tokens(estimate.inputTokens()),
                        tokens(estimate.outputTokens()),
                        cost(estimate),
                        estimate.ticketSizesKnown() ? "" : unknownSizes());
    }

    /**
     * When all reports are there; one line.
     *
     * @param totals of all tickets that were estimated
     */
    public static String after(CostEstimate estimate, RunTotals totals) {
        Bounds dollars = estimate.costUsd();
        String verdict = dollars == null || totals.calls() == 0 || totals.unpricedCalls() > 0
                ? "; the tokens read are " + position((double) totals.inputTokens(), estimate.inputTokens())
                : String.format(Locale.ROOT, ", %.4f USD; the cost is ", totals.costUsd())
                        + position(totals.costUsd(), dollars);
        return "outcome: %d calls, %s tokens read and %s written%s"
                .formatted(totals.calls(), whole(totals.inputTokens()), whole(totals.outputTokens()), verdict);
    }

    private static String notes(int calls) {
        return calls == 0 ? "" : " (%d of them for notes of long threads)".formatted(calls);
    }

    private static String cost(CostEstimate estimate) {
        Bounds dollars = estimate.costUsd();
        if (dollars != null) {
            return "%s to %s USD".formatted(rounded(dollars.low()), rounded(dollars.high()));
        }
        return estimate.model() == null
                ? "cost unknown: the settings here do not tell the model"
                : "cost unknown: no price for %s in config/prices.yaml".formatted(estimate.model());
    }

    private static String unknownSizes() {
        return "; the tickets are not read yet and taken to be as long as the samples, %s characters each"
                .formatted(whole(TypicalSizes.THREAD_CHARACTERS));
    }

    private static String position(double real, Bounds estimated) {
        if (real > estimated.high()) {
            return "%d %% above the estimate".formatted(percent(real - estimated.high(), estimated.high()));
        }
        return real < estimated.low()
                ? "%d %% below the estimate".formatted(percent(estimated.low() - real, estimated.low()))
                : "within the estimate";
    }

    private static long percent(double difference, double of) {
        return Math.max(1, Math.round(difference / of * PERCENT));
    }

    private static String tokens(Bounds tokens) {
        return "%s to %s".formatted(rounded(tokens.low()), rounded(tokens.high()));
    }

    private static String rounded(double number) {
        BigDecimal twoDigits = new BigDecimal(number).round(TWO_DIGITS);
        return twoDigits.scale() <= 0 ? whole(twoDigits.longValue()) : twoDigits.toPlainString();
    }

    private static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
