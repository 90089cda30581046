package io.github.ticketsummarizer.cli.output;

import io.github.ticketsummarizer.model.RunTotals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a run cost.
 *
 * @param usd US dollars of the calls whose price is known; null when there were calls and none has a known price
 * @param usdPerThousandTickets null unless every call has a known price and there is a report
 */
record RunCost(@Nullable BigDecimal usd, @Nullable BigDecimal usdPerThousandTickets) {
    private static final int DIGITS = 6;
    private static final int THOUSAND = 1_000;

    static RunCost of(RunTotals totals) {
        boolean isUnknown = totals.calls() > 0 && totals.unpricedCalls().equals(totals.calls());
        boolean isWhole = totals.unpricedCalls() == 0 && totals.reports() > 0;
        return new RunCost(
                isUnknown ? null : rounded(totals.costUsd()),
                isWhole ? rounded(totals.costUsd() / totals.reports() * THOUSAND) : null);
    }

    private static BigDecimal rounded(double dollars) {
        return BigDecimal.valueOf(dollars).setScale(DIGITS, RoundingMode.HALF_UP);
    }
}
