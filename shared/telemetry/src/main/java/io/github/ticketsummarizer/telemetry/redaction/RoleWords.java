package io.github.ticketsummarizer.telemetry.redaction;

import java.util.Set;

/**
 * Words for what is no person: functions, systems and parts of software. They stand where names do as well, in {@code
 * billing@example.com} and {@code To: Production Cluster}.
 */
final class RoleWords {
    private static final Set<String> WORDS = Set.of("""
            access account accounting accounts admin administrator agent alert alerts analytics api app application
            apps audit auto automation backend backup batch billing bot bounce bounces build builder careers client
            cloud cluster community compliance config configuration connector console contact cron customer
            customers daemon dashboard data database default demo deploy deployment designer desk dev developer
            developers development devops dispatcher editor email engine engineering enterprise error errors event
            events example export external failure feedback field fields finance flow frontend gateway git github
            gitlab group guidance hello help helpdesk import importer info insights integration internal invoice
            invoices it job jobs kafka kubernetes legal limit list log logs mail mailer manager marketing media
            member members migration mobile module monitor monitoring mysql network news newsletter nightly node
            noreply no not notification notifications notify office operations operator ops oracle order orders
            partner partners payment payments payroll pipeline platform policy portal postgres postmaster privacy
            process processor prod product production profile project purchasing qa queue rate ratio receiver
            recruiting redis registration release reply report reporting reports request requests robot root runner
            sales sandbox scheduler secretary security sender server servers service services session setup shipping
            shop smart staging status storage store stream studio success support survey sync sysadmin system task
            team tech technical template test testing tester tips tool tools tracker trigger undisclosed recipients
            update updates user username users validation vendor web webhook webmaster website widget worker
            workflow workstation zendesk""".split("\\s+"));

    /** The same, and names of families too. */
    private static final Set<String> SURNAMES =
            Set.of("care", "count", "form", "guest", "host", "jenkins", "master", "owner", "press", "stock");

    private RoleWords() {}

    /** Whether a word is one, in lower case. */
    static boolean contains(String word) {
        return WORDS.contains(word) || SURNAMES.contains(word);
    }

    /** Whether it is one, and nobody's name. */
    static boolean isNoName(String word) {
        return WORDS.contains(word);
    }
}
