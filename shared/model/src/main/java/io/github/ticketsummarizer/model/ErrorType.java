package io.github.ticketsummarizer.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Why a ticket failed: the name a person sees in {@code error_type}, the same everywhere. */
public enum ErrorType {
    TICKET_NOT_FOUND,
    ZENDESK_AUTH,
    ZENDESK_RATE_LIMITED,
    ZENDESK_UNAVAILABLE,
    ZENDESK_BAD_ANSWER,
    /** The record on {@code ticket-ids} cannot be accepted: its id, or another field of it, is not valid. */
    INVALID_TICKET_ID,
    LLM_AUTH,
    LLM_BAD_REQUEST,
    LLM_QUOTA_EXHAUSTED,
    LLM_RATE_LIMITED,
    LLM_UNAVAILABLE,
    LLM_TIMEOUT,
    LLM_BLOCKED,
    LLM_INVALID_ANSWER,
    PROVIDER_NOT_CONFIGURED,
    DEADLINE_EXCEEDED,
    RECORD_TOO_LARGE,
    INTERNAL;

    /** The name on topics and in outputs, for example {@code ticket_not_found}. */
    @JsonValue
    public String wireName() {
        return WireNames.of(this);
    }

    /** Reads a name from a topic; one that a newer writer introduced reads as {@link #INTERNAL}. */
    @JsonCreator
    public static ErrorType fromName(String name) {
        try {
            return WireNames.parse(ErrorType.class, name, "error type");
        } catch (IllegalArgumentException unknown) {
            return INTERNAL;
        }
    }
}
