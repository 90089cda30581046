package io.github.ticketsummarizer.telemetry.export;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Says on every span for whom the work is done, as the operator wishes: Phoenix and Langfuse show and filter traces by user.
 * The people of a ticket are never meant.
 */
final class SpanUser implements UnaryOperator<SpanData> {
    /** The setting: a team's name, or another that is no secret. */
    static final String SETTING = "TELEMETRY_USER_ID";

    private static final AttributeKey<String> KEY = AttributeKey.stringKey("user.id");

    private final @Nullable String user;

    /** @param user null or blank for none */
    SpanUser(@Nullable String user) {
        this.user = user == null || user.isBlank() ? null : user.strip();
    }

    @Override
    public SpanData apply(SpanData span) {
        return user == null ? span : new SpanOfUser(span, user);
    }

    private static final class SpanOfUser extends EditedSpan {
        private final Attributes attributes;

        SpanOfUser(SpanData span, String user) {
            super(span);
            this.attributes = span.getAttributes().toBuilder().put(KEY, user).build();
        }

        @Override
        public Attributes getAttributes() {
            return attributes;
        }
    }
}
