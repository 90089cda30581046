package io.github.ticketsummarizer.telemetry.span;

import io.github.ticketsummarizer.telemetry.redaction.ContentPolicy;
import io.github.ticketsummarizer.telemetry.redaction.Redactor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Texts that are the same in many spans, as instructions to a model are: each is redacted once, and by rules alone, since no
 * ticket is in it. Thread-safe.
 */
final class FixedTexts {
    /** There are a few for each task and version; what comes beyond is redacted each time. */
    private static final int MOST = 100;

    private final ContentPolicy policy;
    private final Redactor rules = new Redactor();
    private final Map<String, String> known = new ConcurrentHashMap<>();

    FixedTexts(ContentPolicy policy) {
        this.policy = policy;
    }

    String allowed(String text) {
        String before = known.get(text);
        if (before != null) {
            return before;
        }
        String allowed = policy.text(text, rules);
        if (known.size() < MOST) {
            known.put(text, allowed);
        }
        return allowed;
    }
}
