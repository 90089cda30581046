package io.github.ticketsummarizer.llm.text;

/**
 * Takes a text apart into folded words. Letters and digits make words, everything else separates them, so that
 * {@code auto-tag} and {@code auto tag} are the same two words. Han, Hiragana and Katakana, which put no spaces between
 * words, give a word per character. Thread-safe; linear in the length of the text.
 */
public final class Tokenizer {
    // FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/).
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final Folding folding = new Folding();
    private final boolean stemming;

    /** Words as they are written. */
    public Tokenizer() {
        this(false);
    }

    private Tokenizer(boolean stemming) {
        this.stemming = stemming;
    }

    /** Words without their English endings, so that {@code latched} and {@code latching} are one word. */
    public static Tokenizer stemming() {
        return new Tokenizer(true);
    }

    /** The words of a text, in order. */
    public Tokens tokenize(String text) {
        Pass pass = new Pass();
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            if (codePoint < 128) {
                pass.ascii((char) codePoint, at, text);
            } else {
                pass.folded(codePoint, at, next);
            }
            at = next;
        }
        pass.endWord();
        return pass.tokens;
    }

    private final class Pass {
        private final Tokens tokens = new Tokens();
        private final WordEnd wordEnd = new WordEnd();
        private long hash = FNV_OFFSET;
        private int start = -1;
        private int end;

        private void ascii(char c, int at, String text) {
            if (c >= 'A' && c <= 'Z') {
                letter(c + ('a' - 'A'), at, at + 1);
            } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                letter(c, at, at + 1);
            } else {
                endWord();
                if (isStop(text, at) || isBlankLine(text, at)) {
                    endSentence(at);
                }
            }
        }

        private void folded(int codePoint, int at, int next) {
            if (SentenceSplitter.isFullWidthEnd(codePoint)) {
                endWord();
                endSentence(at);
                return;
            }
            String folded = folding.fold(codePoint);
            int c;
            for (int i = 0; i < folded.length(); i += Character.charCount(c)) {
                c = folded.codePointAt(i);
                if (standsAlone(c)) {
                    endWord();
                    letter(c, at, next);
                    endWord();
                } else if (Character.isLetterOrDigit(c)) {
                    letter(c, at, next);
                } else {
                    endWord();
                }
            }
        }

        private void letter(int c, int at, int next) {
            if (start < 0) {
                start = at;
                hash = FNV_OFFSET;
            }
            hash = (hash ^ c) * FNV_PRIME;
            end = next;
            if (stemming) {
                wordEnd.add(c, hash);
            }
        }

        private void endWord() {
            if (start >= 0) {
                tokens.add(stemming ? wordEnd.stem() : hash, start, end);
                wordEnd.clear();
                start = -1;
            }
        }

        private void endSentence(int at) {
            int last = tokens.size() - 1;
            if (last >= 0 && !tokens.isSentenceEnd(last)) {
                tokens.add(Tokens.SENTENCE_END, at, at + 1);
            }
        }
    }

    /** Every stop before a blank counts here, abbreviation or not: a phrase and the text it is in read alike. */
    private static boolean isStop(String text, int at) {
        char c = text.charAt(at);
        return (c == '.' || c == '!' || c == '?')
                && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)));
    }

    private static boolean isBlankLine(String text, int at) {
        return text.charAt(at) == '\n' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
    }

    private static boolean standsAlone(int c) {
        return Character.isIdeographic(c) || (c >= 0x3041 && c <= 0x30FF);
    }
}
