package io.github.ticketsummarizer.zendesk;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The text of an HTML comment with the line breaks a reader sees. jsoup's own text() joins all lines into one. */
final class HtmlText {
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr");
    private static final Set<String> LINES = Set.of(
            "div",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "tr",
            "caption",
            "section",
            "article",
            "header",
            "footer",
            "main",
            "aside",
            "nav",
            "address",
            "figure",
            "figcaption",
            "form",
            "fieldset",
            "details");
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final int NEW_LINE = 1;
    private static final int BLANK_LINE = 2;

    private HtmlText() {}

    static String of(String html) {
        LineWriter writer = new LineWriter();
        Jsoup.parseBodyFragment(html).body().traverse(writer);
        return writer.text();
    }

    /** Collects text. Breaks and bullets are only noted until text follows, so that none piles up, leads or trails. */
    private static final class LineWriter implements NodeVisitor {
        private final StringBuilder text = new StringBuilder();
        private int pendingBreaks;
        private String pendingBullet = "";
        private int preformattedDepth;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode textNode) {
                append(preformattedDepth > 0 ? textNode.getWholeText() : textNode.text());
            } else if (node instanceof Element element) {
                open(element.normalName());
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                close(element.normalName());
            }
        }

        private void open(String tag) {
            breakAround(tag);
            if (tag.equals("br")) {
                pendingBreaks = Math.min(pendingBreaks + 1, BLANK_LINE);
            } else if (tag.equals("li")) {
                pendingBullet = "- ";
            } else if (CELLS.contains(tag)) {
                append(" ");
            } else if (tag.equals("pre")) {
                preformattedDepth++;
            }
        }

        private void close(String tag) {
            breakAround(tag);
            if (tag.equals("li")) {
                pendingBullet = "";
            } else if (tag.equals("pre")) {
                preformattedDepth--;
            }
        }

        private void breakAround(String tag) {
            if (PARAGRAPHS.contains(tag)) {
                pendingBreaks = Math.max(pendingBreaks, BLANK_LINE);
            } else if (LINES.contains(tag)) {
                pendingBreaks = Math.max(pendingBreaks, NEW_LINE);
            }
        }

        private void append(String part) {
            boolean atLineStart = pendingBreaks > 0 || text.isEmpty();
            boolean afterSpace = atLineStart || endsWithSpace();
            String wanted = afterSpace && preformattedDepth == 0 ? part.stripLeading() : part;
            if (wanted.isEmpty()) {
                return;
            }
            breakLines();
            text.append(pendingBullet).append(wanted);
            pendingBullet = "";
        }

        private void breakLines() {
            if (pendingBreaks > 0 && !text.isEmpty()) {
                while (endsWithSpace()) {
                    text.setLength(text.length() - 1);
                }
                text.repeat('\n', pendingBreaks);
            }
            pendingBreaks = 0;
        }

        private boolean endsWithSpace() {
            return !text.isEmpty() && text.charAt(text.length() - 1) == ' ';
        }

        String text() {
            return text.toString().strip();
        }
    }
}
