package io.github.ticketsummarizer.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EnvFileTest {
    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.arguments("A=b", "b"),
                Arguments.arguments("  A = b c  ", "b c"),
                Arguments.arguments("export A=b", "b"),
                Arguments.arguments("A=", ""),
                Arguments.arguments("A=b # comment", "b"),
                Arguments.arguments("A= # comment", ""),
                Arguments.arguments("A=b#c", "b#c"),
                Arguments.arguments("A=b=c", "b=c"),
                Arguments.arguments("A='b # \"c\" \\n'  # comment", "b # \"c\" \\n"),
                Arguments.arguments("A=\"b # 'c'\"", "b # 'c'"),
                Arguments.arguments("A=\"b\\n\\\"c\\\"\\\\\"", "b\n\"c\"\\"),
                Arguments.arguments("A=$HOME", "$HOME"),
                Arguments.arguments("\ufeffA=b", "b"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aLineGivesItsValue(String line, String value) {
        List<String> problems = new ArrayList<>();

        assertThat(EnvFile.parse(".env", List.of(line), problems::add)).isEqualTo(Map.of("A", value));
        assertThat(problems).isEmpty();
    }

    @Test
    void theLastValueOfANameWinsAndCommentsArePassedOver() {
        assertThat(EnvFile.parse(".env", List.of("# A=0", "A=1", "", "   ", "B=2", "A=3"), problem -> {}))
                .isEqualTo(Map.of("A", "3", "B", "2"));
    }

    @Test
    void otherLinesAreNamedWithoutTheirValue() {
        List<String> problems = new ArrayList<>();

        assertThat(EnvFile.parse("x/.env", List.of("SECRET", "1A=b", "A='open", "A=\"open", "B=1"), problems::add))
                .isEqualTo(Map.of("B", "1"));
        assertThat(problems)
                .containsExactly(
                        "x/.env:1: not a line of the form NAME=value",
                        "x/.env:2: not a line of the form NAME=value",
                        "x/.env:3: not a line of the form NAME=value",
                        "x/.env:4: not a line of the form NAME=value");
    }
}
