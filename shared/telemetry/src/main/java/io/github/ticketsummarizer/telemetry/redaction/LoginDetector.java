package io.github.ticketsummarizer.telemetry.redaction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Passwords behind a user's name in commands: {@code curl -u admin:…}, {@code IDENTIFIED BY '…'}. */
final class LoginDetector implements Detector {
    private static final int LONGEST = 200;
    private static final int SHORTEST_PASSWORD = 3;
    private static final ShortWords IDENTIFIED = new ShortWords("identified");
    private static final Pattern BY = Pattern.compile(
            "\\h{1,4}(?i:BY(?:\\h{1,4}PASSWORD)?)\\h{1,4}(?:(['\"])([^'\"\\n]{3,64})\\1|()(\\w*\\d\\w*))");
    private static final Pattern USER = Pattern.compile(
            "(?:-u|-U|--user|--proxy-user)(?:\\h{1,4}|=)[\"']?([^\\s:/\"'=\\[\\]]{1,64}):([^\\s/\"'\\\\][^\\s\"'\\\\]{0,127})");

    @Override
    public @Nullable Finding find(Scan scan, int at) {
        if (scan.at(at) == '-') {
            return scan.isRunStart(at) && "uUp-".indexOf(scan.at(at + 1)) >= 0 ? user(scan, at) : null;
        }
        int end = at + "identified".length();
        return IDENTIFIED.contains(scan, at, end) && scan.isStart(at) ? identified(scan, end) : null;
    }

    private static @Nullable Finding user(Scan scan, int at) {
        Matcher matcher = USER.matcher(scan.text(at, Math.min(scan.length(), at + LONGEST)));
        if (!matcher.lookingAt()) {
            return null;
        }
        String user = matcher.group(1);
        String password = matcher.group(2);
        // Containers name a user and a group in the same way.
        boolean isGroup = user.equals(password) || user.chars().allMatch(Character::isDigit);
        boolean isSecret = !isGroup && password.length() >= SHORTEST_PASSWORD && !scan.isMark(at + matcher.start(2));
        return isSecret ? new Finding(at + matcher.start(2), at + matcher.end(2), Mark.TOKEN) : null;
    }

    private static @Nullable Finding identified(Scan scan, int at) {
        Matcher matcher = BY.matcher(scan.text(at, Math.min(scan.length(), at + LONGEST)));
        if (!matcher.lookingAt()) {
            return null;
        }
        int group = matcher.group(2) == null ? 4 : 2;
        boolean isMark = scan.isMark(at + matcher.start(group));
        return isMark ? null : new Finding(at + matcher.start(group), at + matcher.end(group), Mark.TOKEN);
    }
}
