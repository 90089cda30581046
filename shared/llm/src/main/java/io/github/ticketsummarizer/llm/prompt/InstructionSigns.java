package io.github.ticketsummarizer.llm.prompt;

import io.github.ticketsummarizer.model.Attachment;
import io.github.ticketsummarizer.model.CleanText;
import io.github.ticketsummarizer.model.Comment;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.TicketHeader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks in a ticket for text that speaks to a model rather than to a person. It finds the ways that are known and misses
 * what is put in other words; a ticket that has none of the signs is not proven harmless.
 */
public final class InstructionSigns {
    /** What the answers' schemas call their fields; no product and no person uses these names. */
    private static final Pattern ANSWER_FIELD = Pattern.compile("primary_pod|confidence_reason|alternative_pods"
            + "|alternative_reasoning|issue_reported|was_diagnostics_used|could_diagnostics_help|llm_assessment"
            + "|triage_assessment|fix_assessment|triage_gap_area|fix_gap_area|keywords_matched|decision_factors");

    /** Without Java's own sign for the edge of a word, which goes back over all marks on a letter, again for each of them. */
    private static final Pattern INSTRUCTION = Pattern.compile(String.join(
            "|",
            "(?<!\\w)(?:ignore|disregard|forget|override)(?!\\w).{0,30}(?<!\\w)(?:previous|prior|above|earlier|preceding|all|your)(?!\\w)"
                    + ".{0,20}(?<!\\w)(?:instructions?|prompts?|rules|directions)(?!\\w)",
            "(?<!\\w)system prompt(?!\\w)",
            "(?<!\\w)(?:ignorier|vergiss|missachte)\\w*(?!\\w).{0,30}(?<!\\w)(?:anweisungen|instruktionen|vorgaben)(?!\\w)",
            "(?<!\\w)(?:ignor|oubli)\\w*(?!\\w).{0,20}(?<!\\w)(?:les|vos|tes|ces|mes)(?!\\w).{0,30}(?<!\\w)instructions(?!\\w)",
            "(?<!\\w)(?:ignor|olvid|esque)\\w*(?!\\w).{0,40}(?<!\\w)(?:instrucciones|istruzioni|instrucoes)(?!\\w)",
            "(?:игнориру|забуд).{0,40}(?:инструкц|указан)",
            "(?:忽略|无视|無視|忽視).{0,12}(?:指示|指令|说明|提示)",
            "(?:指示|命令|プロンプト).{0,8}(?:無視|忘れ)",
            "(?:지시|명령|프롬프트).{0,10}(?:무시|잊)"));

    /** Every instruction has one of these in it. Few texts do, and to see that takes a small part of the pattern's time. */
    private static final List<String> INSTRUCTION_CUES = List.of(
            "ignor",
            "disregard",
            "forget",
            "override",
            "system prompt",
            "vergiss",
            "missachte",
            "oubli",
            "olvid",
            "esque",
            "игнориру",
            "забуд",
            "忽略",
            "无视",
            "無視",
            "忽視",
            "忘れ",
            "무시",
            "잊");

    /** Marks of chat templates, and ends of this program's own fence. */
    private static final Pattern FORGED = Pattern.compile(
            "(?i)(?=[<\\[])(?:<\\|(?:im_start|im_end|system|user|assistant|eot_id|end)\\|?>"
                    + "|\\[/?INST\\]|<(?:start|end)_of_turn>|<{3,}\\s*(?:end )?(?:ticket data|comment \\d|quote|description))");

    /** A zero-width or direction character after each of eight letters. */
    private static final Pattern LETTER_BY_LETTER =
            Pattern.compile("(?:\\p{L}[\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2064\\uFEFF]){8}");
    /** Four tag characters or variation selectors in a row, which spell text that is not seen. */
    private static final Pattern TAGS = Pattern.compile("[\\x{E0020}-\\x{E007E}\\x{E0100}-\\x{E01EF}]{4}");
    /** The one good use of tag characters: flags of regions, such as England's. */
    private static final Pattern REGION_FLAG = Pattern.compile("\\x{1F3F4}[\\x{E0020}-\\x{E007F}]{2,8}");

    private static final char FIRST_HALF_OF_A_TAG = '\uDB40';

    private static final int SHORTEST_ENCODED = 40;
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{%d,4000}={0,2}".formatted(SHORTEST_ENCODED));
    /** More of them are an attachment, not a message. */
    private static final int MOST_ENCODED = 50;

    private static final char LAST_ASCII = 0x7F;
    /** The marks on Latin, Greek and Cyrillic letters; those of other scripts are part of the letter. */
    private static final char FIRST_MARK = '\u0300';

    private static final char LAST_MARK = '\u036F';

    private InstructionSigns() {}

    /** What was found; the names go into messages. */
    public enum Sign {
        INSTRUCTION("a request to disregard instructions"),
        ANSWER_FIELDS("names of fields of the answer"),
        FORGED_MARKS("marks of a prompt"),
        HIDDEN_TEXT("text that cannot be seen"),
        ENCODED_INSTRUCTION("an instruction in Base64");

        private final String words;

        Sign(String words) {
            this.words = words;
        }

        /** A few words for a message. */
        public String words() {
            return words;
        }
    }

    /** The signs in all text of a ticket that a prompt shows. */
    public static Set<Sign> in(Ticket ticket) {
        Set<Sign> found = EnumSet.noneOf(Sign.class);
        texts(ticket).forEach(text -> addSigns(text, found));
        return found;
    }

    private static Stream<String> texts(Ticket ticket) {
        TicketHeader header = ticket.header();
        Stream<String> ofHeader = Stream.of(
                header.subject(),
                header.description(),
                header.status(),
                header.customFields().supportRootCause());
        return Stream.concat(ofHeader, ticket.comments().stream().flatMap(InstructionSigns::texts))
                .filter(Objects::nonNull);
    }

    private static Stream<String> texts(Comment comment) {
        List<String> texts = new ArrayList<>();
        texts.add(comment.body());
        if (comment.authorName() != null) {
            texts.add(name(comment.authorName()));
        }
        comment.attachments().stream()
                .map(Attachment::fileName)
                .map(InstructionSigns::name)
                .forEach(texts::add);
        return texts.stream();
    }

    private static String name(String text) {
        return CleanText.prefix(text, TicketVariables.LONGEST_NAME);
    }

    private static void addSigns(String text, Set<Sign> found) {
        if (!isAscii(text) && (LETTER_BY_LETTER.matcher(text).find() || hasTags(text))) {
            found.add(Sign.HIDDEN_TEXT);
        }
        if ((text.indexOf('<') >= 0 || text.indexOf('[') >= 0)
                && FORGED.matcher(text).find()) {
            found.add(Sign.FORGED_MARKS);
        }
        String plain = plain(text);
        if (isInstruction(plain)) {
            found.add(Sign.INSTRUCTION);
        }
        if (plain.indexOf('_') >= 0 && ANSWER_FIELD.matcher(plain).find()) {
            found.add(Sign.ANSWER_FIELDS);
        }
        if (hasEncodedRun(text) && hasEncodedInstruction(text)) {
            found.add(Sign.ENCODED_INSTRUCTION);
        }
    }

    private static boolean isInstruction(String plain) {
        return INSTRUCTION_CUES.stream().anyMatch(plain::contains)
                && INSTRUCTION.matcher(plain).find();
    }

    private static boolean hasTags(String text) {
        return text.indexOf(FIRST_HALF_OF_A_TAG) >= 0
                && TAGS.matcher(REGION_FLAG.matcher(text).replaceAll("")).find();
    }

    /** As a model reads it: without what is not seen, without marks on letters, on one line. */
    private static String plain(String text) {
        if (isAscii(text)) {
            return Fence.line(text).toLowerCase(Locale.ROOT);
        }
        String apart = Normalizer.normalize(Fence.line(text), Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder(apart.length());
        apart.chars().filter(c -> c < FIRST_MARK || c > LAST_MARK).forEach(c -> plain.append((char) c));
        return Normalizer.normalize(plain, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > LAST_ASCII) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasEncodedInstruction(String text) {
        return BASE64.matcher(text)
                .results()
                .limit(MOST_ENCODED)
                .map(MatchResult::group)
                .map(InstructionSigns::decoded)
                .anyMatch(decoded -> isInstruction(plain(decoded)));
    }

    /** Looks at the last place of a possible run first, so that words of usual length are leapt over. */
    private static boolean hasEncodedRun(String text) {
        int last = SHORTEST_ENCODED - 1;
        while (last < text.length()) {
            int outside = last;
            while (outside > last - SHORTEST_ENCODED && isEncoding(text.charAt(outside))) {
                outside--;
            }
            if (outside == last - SHORTEST_ENCODED) {
                return true;
            }
            last = outside + SHORTEST_ENCODED;
        }
        return false;
    }

    private static boolean isEncoding(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    }

    private static String decoded(String encoded) {
        String whole = encoded.replace("=", "");
        try {
            byte[] bytes = Base64.getDecoder().decode(whole.substring(0, whole.length() - whole.length() % 4));
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }
}
