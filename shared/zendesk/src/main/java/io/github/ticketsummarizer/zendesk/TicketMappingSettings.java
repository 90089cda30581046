package io.github.ticketsummarizer.zendesk;

import io.github.ticketsummarizer.model.Settings;

/**
 * How Zendesk's JSON becomes a ticket.
 *
 * @param textMaxCharacters the longest comment, description or other text kept, in UTF-16 characters; what is longer is
 *     cut and ends with a mark that says how much is missing
 * @param includeInternalNotes whether comments are kept that the customer never saw
 */
public record TicketMappingSettings(
        CustomFieldIds customFieldIds, int textMaxCharacters, boolean includeInternalNotes) {
    /** 64 Ki characters: far more than a person writes, so what is cut is a pasted log or a file in Base64. */
    public static final TicketMappingSettings DEFAULT =
            new TicketMappingSettings(CustomFieldIds.DEFAULT, 64 * 1024, true);

    /** Reads {@code TICKET_COMMENT_MAX_CHARS}, {@code ZENDESK_INCLUDE_INTERNAL_NOTES} and {@code ZENDESK_FIELD_*}. */
    public static TicketMappingSettings from(Settings settings) {
        return new TicketMappingSettings(
                CustomFieldIds.from(settings),
                settings.wholeNumber("TICKET_COMMENT_MAX_CHARS", DEFAULT.textMaxCharacters, 100, 8 * 1024 * 1024),
                settings.flag("ZENDESK_INCLUDE_INTERNAL_NOTES", DEFAULT.includeInternalNotes));
    }
}
