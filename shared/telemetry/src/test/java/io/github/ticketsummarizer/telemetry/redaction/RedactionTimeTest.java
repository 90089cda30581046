package io.github.ticketsummarizer.telemetry.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time grows with the length of a text and nothing else, whoever writes the text. */
class RedactionTimeTest {
    private static final int CHARACTERS = 1_000;
    private static final int TIMES_LONGER = 16;
    /** Far from both: linear time makes a text 16 times as long take 16 times as long, quadratic time 256 times. */
    private static final int MOST_TIMES_LONGER = 64;
    /** What a compiler at work may add. */
    private static final long NOISE_NANOS = TimeUnit.MILLISECONDS.toNanos(15);

    private static final int ATTEMPTS = 2;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Redactor knowing = new Redactor(
            List.of("Karen Aldous", "Will Grace Mark", "三枝 美佐子", "k.ogawa@example.com", "Jan van der Berg-Smit"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "A",
                "é",
                "三",
                "三枝",
                "1",
                "１",
                " ",
                "\u00a0",
                "\u200b",
                "\u00ad",
                "\t",
                "\n",
                "\\",
                "\\u0040",
                "\\n",
                "a@",
                "a%40",
                "a.%40",
                "a%40.",
                "a=40",
                "@",
                "%",
                "%40",
                "=40",
                "&#64;",
                "a&#64;",
                "a\\u0040",
                "\"@",
                "\"a\"@",
                "a.",
                "a.b@",
                "@a.",
                "a+",
                "a-",
                "a_",
                "a=",
                "a'",
                "a=b@",
                "a+b=c.d",
                "1-",
                "1.",
                "1 ",
                "1  ",
                "1/",
                "1:",
                "12-",
                "123 ",
                "(",
                "()",
                "(1",
                "(1)",
                "+",
                "+1",
                "+1 ",
                "+ ",
                "+49(0)",
                "00",
                "0 ",
                "4111 ",
                "4111\n",
                "VISA4111",
                "DE89",
                "DE89 ",
                "DE89.",
                "[",
                "]",
                "[email]",
                "[.]",
                "1[.]",
                "::",
                ":",
                "a::",
                "1::",
                "1:2:",
                "fe80::1%",
                "1.2.3.",
                "1.2.3.4/",
                "a/1.2.3.4",
                "v1.2.3.4",
                "ip-1-",
                "ip-10-20-30-40",
                "http://",
                "://",
                "://@",
                "://a:",
                "x://a@",
                "AKIA",
                "eyJ",
                "sk-",
                "sk-1",
                "-",
                "-----BEGIN ",
                "-----BEGIN PRIVATE KEY-----",
                "password=",
                "password=a",
                "password: ",
                "key=",
                "key\":\"",
                "Bearer ",
                "--token ",
                "-D",
                "-u a:",
                "-u a:b ",
                "IDENTIFIED BY ",
                "IDENTIFIED BY '",
                "<password>",
                "**Password:** ",
                "| Password | ",
                "'password' => ",
                "Cookie: a=b; ",
                "; sid=",
                "Authorization: Token ",
                "пароль: ",
                "password%3D",
                "AKIAABCDEFGHIJKLMNOP ",
                "uYurFoaijZgBIQx3NvPuxYDc/EP+XQSbTXino+",
                "uYurFoaijZgBIQx3NvPuxYDc/EP+XQSbTXino+\n",
                "---- BEGIN SSH2 ",
                "hooks.slack.com/services/",
                "scott/tiger@",
                "basic a",
                "\"",
                "'",
                "\\\"",
                "{\"a\":",
                "[1,",
                "Dr ",
                "Dr A ",
                "Dr A b ",
                "Hi ",
                "Hi A,",
                "Dear A\n",
                "From: ",
                "From: A",
                "To: A B\n",
                "Name: ",
                "one ",
                "one,",
                "double ",
                "tel ",
                "tel: ",
                "phone number: ",
                "Karen",
                "Karen ",
                "karen.",
                "Karen-",
                "Will ",
                "will ",
                "Mark. ",
                "van der ",
                "k.",
                "k.ogawa",
                "K. ",
                "Karen@",
                "\\karen",
                "\uD83D\uDE00",
                "\uD83D",
                "e\u0301",
                "\u0301",
                "<",
                ">",
                "\0"
            })
    void growsAsTheTextDoes(String piece) {
        assertGrowsAsTheTextDoes("rules", piece, new Redactor()::redact);
        assertGrowsAsTheTextDoes("names", piece, knowing::redact);
        assertGrowsAsTheTextDoes("JSON", piece, text -> JsonText.redact("[" + JsonPiece.quoted(text) + "]", knowing));
        assertGrowsAsTheTextDoes("addresses", piece, text -> new EmailAddresses(Integer.MAX_VALUE).readIn(text));
        assertGrowsAsTheTextDoes("cues", piece, text -> new CuedNames(Integer.MAX_VALUE).readIn(text));
    }

    private static void assertGrowsAsTheTextDoes(String what, String piece, Consumer<String> work) {
        long once = leastNanos(work, piece.repeat(CHARACTERS / piece.length()));
        long longer = leastNanos(work, piece.repeat(TIMES_LONGER * CHARACTERS / piece.length()));

        assertThat(longer).as("%s: '%s'", what, piece).isLessThan(MOST_TIMES_LONGER * once + NOISE_NANOS);
    }

    /** Of this thread's own work: other processes do not count. */
    private static long leastNanos(Consumer<String> work, String text) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < ATTEMPTS; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            work.accept(text);
            least = Math.min(least, THREADS.getCurrentThreadCpuTime() - start);
        }
        return least;
    }
}
