package io.github.ticketsummarizer.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.model.RunTotals;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunCostTest {
    @Test
    void whatEveryCallCostMakesAPriceForAThousandTickets() {
        assertThat(RunCost.of(totals(4, 0.5, 12, 0)))
                .isEqualTo(new RunCost(new BigDecimal("0.500000"), new BigDecimal("125.000000")));
    }

    @Test
    void aPartOfTheCostIsNotSpreadOverAllTickets() {
        assertThat(RunCost.of(totals(4, 0.5, 12, 1))).isEqualTo(new RunCost(new BigDecimal("0.500000"), null));
    }

    @Test
    void aCostThatNobodyKnowsIsNotZero() {
        assertThat(RunCost.of(totals(4, 0, 12, 12))).isEqualTo(new RunCost(null, null));
    }

    @Test
    void aRunWithoutCallsCostNothing() {
        assertThat(RunCost.of(RunTotals.NONE)).isEqualTo(new RunCost(new BigDecimal("0.000000"), null));
    }

    private static RunTotals totals(long success, double costUsd, long calls, long unpricedCalls) {
        return new RunTotals(
                success,
                0,
                0,
                0,
                0,
                0,
                0,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                0,
                0,
                costUsd,
                calls,
                unpricedCalls,
                0L);
    }
}
