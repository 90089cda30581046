package io.github.ticketsummarizer.zendesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.SettingsException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TicketMappingSettingsTest {
    @Test
    void everySettingIsRead() {
        Settings settings = new Settings(Map.of(
                "ZENDESK_FIELD_DIAGNOSTICS_USED", "11",
                "ZENDESK_FIELD_CROSS_TEAM", "12",
                "ZENDESK_FIELD_JIRA_TICKET", "13",
                "ZENDESK_FIELD_ROOT_CAUSE", "14",
                "TICKET_COMMENT_MAX_CHARS", "1000",
                "ZENDESK_INCLUDE_INTERNAL_NOTES", "false"));

        assertThat(TicketMappingSettings.from(settings))
                .isEqualTo(new TicketMappingSettings(new CustomFieldIds("11", "12", "13", "14"), 1000, false));
    }

    @Test
    void defaultsApplyWhereNothingIsSet() {
        assertThat(TicketMappingSettings.from(new Settings(Map.of()))).isEqualTo(TicketMappingSettings.DEFAULT);
    }

    @Test
    void everyWrongValueIsNamed() {
        Settings settings =
                new Settings(Map.of("ZENDESK_FIELD_ROOT_CAUSE", "root cause", "TICKET_COMMENT_MAX_CHARS", "0"));

        assertThat(TicketMappingSettings.from(settings)).isEqualTo(TicketMappingSettings.DEFAULT);
        assertThatThrownBy(settings::requireValid)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("ZENDESK_FIELD_ROOT_CAUSE: 'root cause' is not the id of a custom field")
                .hasMessageContaining("TICKET_COMMENT_MAX_CHARS: '0' is not a whole number from 100 to 8388608");
    }
}
