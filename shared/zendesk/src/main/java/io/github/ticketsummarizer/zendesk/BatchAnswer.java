package io.github.ticketsummarizer.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticketsummarizer.zendesk.http.ZendeskException;
import java.time.Duration;

/** What a call for many tickets answered for one of them. */
sealed interface BatchAnswer {
    /** The ticket without its comments. */
    record Found(JsonNode ticket) implements BatchAnswer {}

    /** It was left out of the answer. */
    record Missing() implements BatchAnswer {}

    /** The call failed. */
    record Failed(ZendeskException failure) implements BatchAnswer {}

    /** The call was not made. */
    record Held(Duration freeAfter) implements BatchAnswer {}
}
