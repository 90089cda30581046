package io.github.ticketsummarizer.fakes.http;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Which requests go wrong, and how. It is asked once for each request, by many threads at once. */
@FunctionalInterface
public interface FaultPlan {
    /** The fault that this request meets; null for none. */
    @Nullable
    Fault next(FakeRequest request);

    /** Every request goes well. */
    static FaultPlan none() {
        return request -> null;
    }

    /**
     * A share of all requests goes wrong, each fault as often as the others. The n-th request to arrive meets the same
     * fate in every run with the same seed; which request that is depends on the clients.
     *
     * @param share from 0 to 1
     */
    static FaultPlan share(double share, long seed, List<Fault> faults) {
        List<Fault> choices = List.copyOf(faults);
        return request -> {
            // Mixed by the generator itself: neighbouring seeds give unlike numbers.
            SplittableRandom random = new SplittableRandom(seed + request.number());
            return random.nextDouble() < share ? choices.get(random.nextInt(choices.size())) : null;
        };
    }

    /** The first requests to an endpoint meet these faults, one each and in this order; all others go well. */
    static FaultPlan first(String endpoint, Fault... faults) {
        Iterator<Fault> remaining = Arrays.asList(faults.clone()).iterator();
        return request -> {
            synchronized (remaining) {
                return request.endpoint().equals(endpoint) && remaining.hasNext() ? remaining.next() : null;
            }
        };
    }

    /** Every request to an endpoint meets this fault. */
    static FaultPlan every(String endpoint, Fault fault) {
        return request -> request.endpoint().equals(endpoint) ? fault : null;
    }

    /** The first plan's fault, and where it has none the other's. */
    default FaultPlan orElse(FaultPlan other) {
        return request -> {
            Fault fault = next(request);
            return fault == null ? other.next(request) : fault;
        };
    }
}
