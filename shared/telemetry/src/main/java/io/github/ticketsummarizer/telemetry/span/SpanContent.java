package io.github.ticketsummarizer.telemetry.span;

import io.github.ticketsummarizer.telemetry.redaction.ContentPolicy;
import io.github.ticketsummarizer.telemetry.redaction.Redactor;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.Collection;

/** Text on its way to a span: it gets there as the operator's policy has it, without the people that its ticket names. */
public final class SpanContent {
    private final ContentPolicy policy;
    private final Redactor redactor;

    /** @param people the ticket's own, by name and address, as far as they are known */
    public SpanContent(ContentPolicy policy, Collection<String> people) {
        this.policy = policy;
        this.redactor = new Redactor(people);
    }

    /** The text as it may stand inside another. */
    public String text(String text) {
        return policy.text(text, redactor);
    }

    /** Adds the text as an attribute, unless the policy has it left out. */
    public void put(AttributesBuilder attributes, AttributeKey<String> key, String text) {
        String allowed = policy.value(key.getKey(), text, redactor);
        if (allowed != null) {
            attributes.put(key, allowed);
        }
    }
}
