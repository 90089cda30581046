package io.github.ticketsummarizer.telemetry.redaction;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The people in a text that a title, a greeting or a mail's header gives away: {@code Frau Dr. Vogt}. Where they are
 * mentioned again, in the text or in what is made of it, nothing need stand before the name.
 */
public final class CuedNames {
    private final CuedNameDetector detector = new CuedNameDetector();
    private final Set<String> found = new LinkedHashSet<>();
    private final int most;

    /** @param most how many to find at most, in all texts */
    public CuedNames(int most) {
        this.most = most;
    }

    /** Looks through one more text. */
    public void readIn(String text) {
        Scan scan = new Scan(text);
        int at = 0;
        while (at < text.length() && found.size() < most) {
            Finding name = detector.find(scan, at);
            if (name == null) {
                at++;
            } else {
                found.add(scan.text(name.start(), name.end()));
                at = name.end();
            }
        }
    }

    /** Each once, in the order in which they came. */
    public Collection<String> found() {
        return List.copyOf(found);
    }
}
