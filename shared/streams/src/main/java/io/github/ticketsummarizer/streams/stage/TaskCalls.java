package io.github.ticketsummarizer.streams.stage;

import io.github.ticketsummarizer.model.TicketRecord;
import java.util.HashMap;
import java.util.Map;

/** The calls of one task that were submitted and whose outcomes were not taken yet. Of the stream thread only. */
final class TaskCalls<I extends TicketRecord, O> {
    private final CallScheduler scheduler;
    private final Map<Long, StageCall<I, O>> byOffset = new HashMap<>();
    private final Map<String, Integer> countByLane = new HashMap<>();

    TaskCalls(CallScheduler scheduler) {
        this.scheduler = scheduler;
    }

    void submit(StageCall<I, O> call) {
        byOffset.put(call.offset(), call);
        countByLane.merge(call.lane(), 1, Integer::sum);
        scheduler.submit(call);
    }

    void remove(StageCall<I, O> call) {
        byOffset.remove(call.offset());
        countByLane.computeIfPresent(call.lane(), (lane, count) -> count == 1 ? null : count - 1);
    }

    /** Whether this call is the one that its entry waits for. */
    boolean contains(StageCall<I, O> call) {
        return call.equals(byOffset.get(call.offset()));
    }

    int size() {
        return byOffset.size();
    }

    /** How many wait for their lane to open. */
    int parked() {
        int parked = 0;
        for (Map.Entry<String, Integer> lane : countByLane.entrySet()) {
            parked += scheduler.isHeld(lane.getKey()) ? lane.getValue() : 0;
        }
        return parked;
    }

    /** What runs is left to end for nobody. */
    void abandon() {
        for (StageCall<I, O> call : byOffset.values()) {
            call.abandon();
            scheduler.withdraw(call);
        }
        byOffset.clear();
        countByLane.clear();
    }
}
