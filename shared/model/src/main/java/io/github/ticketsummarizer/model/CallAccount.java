package io.github.ticketsummarizer.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The calls to a model that one stage has made for one ticket, in all its attempts: what was answered is paid for, whatever
 * came of the attempt. Thread-safe, since a deadline may end an attempt while its calls still come in.
 */
public final class CallAccount {
    private final List<ModelCall> calls;

    /** Goes on from the calls of earlier attempts. */
    public CallAccount(List<ModelCall> earlier) {
        this.calls = new ArrayList<>(earlier);
    }

    /** An account without a call. */
    public CallAccount() {
        this(List.of());
    }

    /** Adds a call that was answered. */
    public synchronized void add(ModelCall call) {
        calls.add(call);
    }

    /** All calls so far, oldest first. */
    public synchronized List<ModelCall> calls() {
        return List.copyOf(calls);
    }
}
