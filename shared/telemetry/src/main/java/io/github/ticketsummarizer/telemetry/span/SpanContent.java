package io.github.ticketsummarizer.telemetry.span;

import io.github.ticketsummarizer.telemetry.export.RedactedMarks;
import io.github.ticketsummarizer.telemetry.redaction.ContentPolicy;
import io.github.ticketsummarizer.telemetry.redaction.Redactor;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Text on its way to a span: it gets there as the operator's policy has it, without the people that its ticket names. Not for
 * use by several threads at once.
 */
public final class SpanContent {
    private final ContentPolicy policy;
    private final FixedTexts fixed;
    private final Collection<String> people;
    private @Nullable Redactor redactor;

    /** @param people the ticket's own, by name and address, as far as they are known */
    SpanContent(ContentPolicy policy, FixedTexts fixed, Collection<String> people) {
        this.policy = policy;
        this.fixed = fixed;
        this.people = people;
    }

    /** The text as it may stand inside another, or in several places by {@link #putAllowed}. */
    public String text(String text) {
        return policy.text(text, redactor());
    }

    /** The same for a text that many spans share and that holds nothing of a ticket. */
    public String fixedText(String text) {
        return fixed.allowed(text);
    }

    /** Adds the text as an attribute, unless the policy has it left out. */
    public void put(AttributesBuilder attributes, AttributeKey<String> key, String text) {
        add(attributes, key, policy.value(key.getKey(), text, redactor()));
    }

    /** The same for a text that is allowed already, or is put together of such. */
    public void putAllowed(AttributesBuilder attributes, AttributeKey<String> key, String allowed) {
        add(attributes, key, policy.redactedValue(key.getKey(), allowed));
    }

    /** Made for the first text: to know people takes a while, and a span may tell of none. */
    private Redactor redactor() {
        Redactor made = redactor == null ? new Redactor(people) : redactor;
        redactor = made;
        return made;
    }

    private void add(AttributesBuilder attributes, AttributeKey<String> key, @Nullable String value) {
        if (value == null) {
            return;
        }
        if (policy.content() == ContentPolicy.Content.FULL) {
            attributes.put(key, value);
        } else {
            RedactedMarks.put(attributes, key, value);
        }
    }
}
