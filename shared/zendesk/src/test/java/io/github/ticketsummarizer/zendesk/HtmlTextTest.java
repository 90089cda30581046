package io.github.ticketsummarizer.zendesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlTextTest {
    static Stream<Arguments> comments() {
        return Stream.of(
                argumentSet("paragraphs", "<p>Hello,</p><p>it fails.</p>", "Hello,\n\nit fails."),
                argumentSet("line breaks", "Regards,<br>Mira<br/>Example Ltd", "Regards,\nMira\nExample Ltd"),
                argumentSet("nested blocks", "<div><div>a</div><div><div>b</div></div></div>c", "a\nb\nc"),
                argumentSet("many breaks are one blank line", "a<br><br><br><br>b", "a\n\nb"),
                argumentSet("source line ends are spaces", "one\n   two\tthree", "one two three"),
                argumentSet("space around inline tags", "see <b>this</b> <i>now</i>, ok", "see this now, ok"),
                argumentSet(
                        "list",
                        "<p>Steps:</p><ul><li>open</li><li><p>save</p></li><li></li></ul>end",
                        "Steps:\n\n- open\n\n- save\n\nend"),
                argumentSet("table", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
                argumentSet(
                        "preformatted", "log:<pre>line 1\n  line 2</pre>after", "log:\n\nline 1\n  line 2\n\nafter"),
                argumentSet("entities", "1 &lt; 2 &amp;&amp; caf&eacute;", "1 < 2 && café"),
                argumentSet("scripts and styles are no text", "<style>p{}</style><script>x()</script>a<!-- c -->", "a"),
                argumentSet("broken markup", "<p>open <b>never closed", "open never closed"),
                argumentSet("no markup", "just text", "just text"),
                argumentSet("nothing", "", ""));
    }

    @ParameterizedTest
    @MethodSource("comments")
    void keepsTheLinesThatAReaderSees(String html, String text) {
        assertThat(HtmlText.of(html)).isEqualTo(text);
    }

    @Test
    void deepAndLongMarkupIsReadInTime() {
        String deep = "<div>".repeat(20_000) + "core";
        String lines = "word <br>".repeat(200_000);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            assertThat(HtmlText.of(deep)).isEqualTo("core");
            assertThat(HtmlText.of(lines).lines()).hasSize(200_000);
        });
    }
}
