package io.github.ticketsummarizer.zendesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.Escalation;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CustomFieldMapperTest {
    private static final CustomFieldIds IDS = new CustomFieldIds("1", "2", "3", "4");
    private static final String JIRA = "https://example.atlassian.net/browse/";

    private final CustomFieldMapper mapper = new CustomFieldMapper(IDS, UnaryOperator.identity());

    static Stream<Arguments> fields() {
        return Stream.of(
                argumentSet("yes", field(1, "'diagnostic_yes'"), used("Yes", Map.of())),
                argumentSet("no", field(1, "'diagnostic_no'"), used("No", Map.of())),
                argumentSet("array of one", field(1, "['diagnostic_yes']"), used("Yes", Map.of())),
                argumentSet("not filled in", field(1, "null"), used("Not Applicable", Map.of())),
                argumentSet("without value", "{'id': 1}", used("Not Applicable", Map.of())),
                argumentSet("another option", field(1, "'maybe'"), used("Not Applicable", "maybe")),
                argumentSet("check box", field(1, "true"), used("Not Applicable", "true")),
                argumentSet("several", field(1, "['a','b']"), used("Not Applicable", "[\"a\",\"b\"]")),
                argumentSet("empty array", field(1, "[]"), used("Not Applicable", Map.of())),
                argumentSet("absent", field(99, "'diagnostic_yes'"), CustomFields.NONE),
                argumentSet("cross team n/a", field(2, "'cross_team_n/a'"), escalated("N/A", null, null)),
                argumentSet("cross team succ", field(2, "'cross_team_succ'"), escalated("SUCC", null, null)),
                argumentSet("cross team null", field(2, "null"), escalated("Unknown", null, null)),
                argumentSet(
                        "cross team other",
                        field(2, "7"),
                        fields("unknown", Escalation.NONE, "Not provided", Map.of("cross_team_status", "7"))),
                argumentSet(
                        "link", field(3, "'" + JIRA + "ABC-123'"), escalated("Unknown", JIRA + "ABC-123", "ABC-123")),
                argumentSet(
                        "link with query",
                        field(3, "'" + JIRA + "abc-1/?next=/browse/XYZ-9#c'"),
                        escalated("Unknown", JIRA + "abc-1/?next=/browse/XYZ-9#c", "ABC-1")),
                argumentSet("id alone", field(3, "'ABC-123'"), escalated("Unknown", "ABC-123", "ABC-123")),
                argumentSet("link to a board", field(3, "'" + JIRA + "12'"), escalated("Unknown", JIRA + "12", null)),
                argumentSet("blank link", field(3, "'  '"), CustomFields.NONE),
                argumentSet(
                        "check box as link",
                        field(3, "false"),
                        fields("unknown", Escalation.NONE, "Not provided", Map.of("jira_ticket_url", "false"))),
                argumentSet("root cause", field(4, "' a cause\\nin lines '"), rootCause("a cause\nin lines", Map.of())),
                argumentSet("root cause as a number", field(4, "42"), rootCause("42", Map.of())),
                argumentSet("no root cause", field(4, "''"), CustomFields.NONE),
                argumentSet(
                        "root cause as an object",
                        field(4, "{'a':1}"),
                        rootCause("Not provided", Map.of("support_root_cause", "{\"a\":1}"))));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void normalisesAnyValue(String field, CustomFields expected) throws Exception {
        assertThat(map("{'custom_fields': [%s]}".formatted(field))).isEqualTo(expected);
    }

    @Test
    void theOldNameOfTheListIsRead() throws Exception {
        assertThat(map("{'fields': [%s]}".formatted(field(1, "'diagnostic_no'"))))
                .isEqualTo(used("No", Map.of()));
    }

    @Test
    void aListThatIsNoListIsNone() throws Exception {
        assertThat(map("{'custom_fields': 'x', 'fields': [7, null, 'a']}")).isEqualTo(CustomFields.NONE);
    }

    private CustomFields map(String ticket) throws Exception {
        return mapper.map(new ObjectMapper().readTree(ticket.replace('\'', '"')));
    }

    private static String field(long id, String value) {
        return "{'id': %d, 'value': %s}".formatted(id, value);
    }

    private static CustomFields used(String used, String raw) {
        return used(used, Map.of("was_diagnostics_used", raw));
    }

    private static CustomFields used(String used, Map<String, String> raw) {
        return fields(used, Escalation.NONE, "Not provided", raw);
    }

    private static CustomFields escalated(String crossTeam, String url, String jiraId) {
        Escalation escalation = new Escalation(crossTeam, url, jiraId, url != null);
        return fields("unknown", escalation, "Not provided", Map.of());
    }

    private static CustomFields rootCause(String rootCause, Map<String, String> raw) {
        return fields("unknown", Escalation.NONE, rootCause, raw);
    }

    private static CustomFields fields(String used, Escalation escalation, String rootCause, Map<String, String> raw) {
        return new CustomFields(used, escalation, rootCause, raw);
    }
}
