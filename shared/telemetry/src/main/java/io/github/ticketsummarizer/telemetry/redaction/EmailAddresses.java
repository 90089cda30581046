package io.github.ticketsummarizer.telemetry.redaction;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The e-mail addresses in a text. They tell names too: {@code k.ogawa@example.com}. */
public final class EmailAddresses {
    private final EmailDetector detector = new EmailDetector();
    private final Set<String> found = new LinkedHashSet<>();
    private final int most;

    /** @param most how many to find at most, in all texts */
    public EmailAddresses(int most) {
        this.most = most;
    }

    /** Looks through one more text. */
    public void readIn(String text) {
        Scan scan = new Scan(text);
        for (int at = text.indexOf('@'); at >= 0 && found.size() < most; at = text.indexOf('@', at + 1)) {
            Finding address = detector.find(scan, at);
            if (address != null) {
                found.add(scan.text(address.start(), address.end()));
                scan.raiseFloor(address.end());
            }
        }
    }

    /** Each once, in the order in which they came. */
    public Collection<String> found() {
        return List.copyOf(found);
    }
}
