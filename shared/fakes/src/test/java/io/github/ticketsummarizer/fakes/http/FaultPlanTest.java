package io.github.ticketsummarizer.fakes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
    @Test
    void aShareIsMetByEachFaultAlikeAndIsTheSameForTheSameSeed() {
        List<Fault> faults = Fault.ofEveryKind();

        List<String> met = fates(FaultPlan.share(0.2, 7, faults));

        assertThat(met).isEqualTo(fates(FaultPlan.share(0.2, 7, faults)));
        assertThat(met).isNotEqualTo(fates(FaultPlan.share(0.2, 8, faults)));
        Map<String, Long> counts =
                met.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(counts.remove("null")).isCloseTo(8000L, within(200L));
        assertThat(counts).hasSize(faults.size());
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isCloseTo(250L, within(75L)));
    }

    @Test
    void anExplicitPlanConcernsItsEndpointOnlyAndThenLeavesItToAnother() {
        FaultPlan plan = FaultPlan.first("a", new Fault.Reset(), new Fault.Hang())
                .orElse(FaultPlan.first("b", new Fault.CutOff()));

        assertThat(plan.next(request("a", 1))).isEqualTo(new Fault.Reset());
        assertThat(plan.next(request("b", 2))).isEqualTo(new Fault.CutOff());
        assertThat(plan.next(request("a", 3))).isEqualTo(new Fault.Hang());
        assertThat(plan.next(request("a", 4))).isNull();
        assertThat(plan.next(request("b", 5))).isNull();
    }

    private static List<String> fates(FaultPlan plan) {
        return LongStream.rangeClosed(1, 10_000)
                .mapToObj(number -> text(plan.next(request("a", number))))
                .toList();
    }

    private static String text(@Nullable Fault fault) {
        return String.valueOf(fault);
    }

    private static FakeRequest request(String endpoint, long number) {
        return new FakeRequest(endpoint, number, "GET", "/", Map.of(), Map.of(), Map.of(), ByteString.EMPTY);
    }
}
