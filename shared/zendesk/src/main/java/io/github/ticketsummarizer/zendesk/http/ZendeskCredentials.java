package io.github.ticketsummarizer.zendesk.http;

import io.github.ticketsummarizer.model.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What proves to Zendesk who asks. Their texts leave the secrets out. */
public sealed interface ZendeskCredentials {
    /**
     * An OAuth client of the account, which is given tokens by the grant type client_credentials.
     *
     * @param clientId the client's identifier
     * @param clientSecret shown once, when the client is made
     */
    record OAuthClient(String clientId, String clientSecret) implements ZendeskCredentials {
        @Override
        public String settingNames() {
            return CLIENT_ID + " and " + CLIENT_SECRET;
        }

        @Override
        public String toString() {
            return "OAuthClient[%s]".formatted(clientId);
        }
    }

    /** An OAuth access token that somebody else renews. */
    record BearerToken(String token) implements ZendeskCredentials {
        @Override
        public String settingNames() {
            return OAUTH_TOKEN;
        }

        @Override
        public String toString() {
            return "BearerToken[…]";
        }
    }

    /** An API token of an agent. */
    record ApiToken(String email, String token) implements ZendeskCredentials {
        @Override
        public String settingNames() {
            return EMAIL + " and " + API_KEY;
        }

        /** By Zendesk's announcement: none are made since 27 October 2026, and all end on 30 April 2027. */
        @Override
        public Optional<String> warning() {
            return Optional.of(
                    "Zendesk's API tokens (%s) stop working on 30 April 2027; make an OAuth client, and set %s and %s"
                            .formatted(API_KEY, CLIENT_ID, CLIENT_SECRET));
        }

        @Override
        public String toString() {
            return "ApiToken[%s]".formatted(email);
        }
    }

    /** The setting with an OAuth client's identifier. */
    String CLIENT_ID = "ZENDESK_CLIENT_ID";

    /** The setting with an OAuth client's secret. */
    String CLIENT_SECRET = "ZENDESK_CLIENT_SECRET";

    /** The setting with an OAuth access token. */
    String OAUTH_TOKEN = "ZENDESK_OAUTH_TOKEN";

    /** The setting with the e-mail address that an API token belongs to. */
    String EMAIL = "ZENDESK_EMAIL";

    /** The setting with an API token. */
    String API_KEY = "ZENDESK_API_KEY";

    /** What may stand in a header of HTTP without being encoded. */
    Pattern HEADER_TEXT = Pattern.compile("[\\x21-\\x7e]+");

    /** The settings they were read from, for a person who has to check them. */
    String settingNames();

    /** What the person who set them should know. */
    default Optional<String> warning() {
        return Optional.empty();
    }

    /**
     * Reads them. Of several kinds the one that lasts longest counts: an OAuth client, then a token, then an API token.
     *
     * @return empty when there are none, or half of a pair; that is noted there
     */
    static Optional<ZendeskCredentials> from(Settings settings) {
        List<ZendeskCredentials> found = new ArrayList<>();
        boolean clientIsHalf =
                !pair(settings, CLIENT_ID, CLIENT_SECRET, (id, secret) -> found.add(new OAuthClient(id, secret)));
        String token = settings.text(OAUTH_TOKEN);
        if (token != null && HEADER_TEXT.matcher(token).matches()) {
            found.add(new BearerToken(token));
        } else if (token != null) {
            settings.problem(OAUTH_TOKEN, "it is not a token: it has blanks or characters that do not print");
            return Optional.empty();
        }
        // An e-mail address beside other credentials is a leftover, and no mistake.
        boolean needsEmail = found.isEmpty() || settings.text(API_KEY) != null;
        boolean tokenIsHalf =
                needsEmail && !pair(settings, EMAIL, API_KEY, (email, key) -> found.add(new ApiToken(email, key)));
        if (found.isEmpty() && !clientIsHalf && !tokenIsHalf) {
            settings.problem(
                    CLIENT_ID,
                    "there are no credentials for Zendesk; set %s and %s of an OAuth client, or %s"
                            .formatted(CLIENT_ID, CLIENT_SECRET, OAUTH_TOKEN));
        }
        return found.stream().findFirst();
    }

    /** Whether a problem that {@link Settings} noted is one of credentials. */
    static boolean isProblemOf(String problem) {
        return Stream.of(CLIENT_ID, CLIENT_SECRET, OAUTH_TOKEN, EMAIL, API_KEY)
                .anyMatch(name -> problem.startsWith(name + ":"));
    }

    /** Whether both of a pair are set, or neither. */
    private static boolean pair(Settings settings, String first, String second, PairReader reader) {
        String one = settings.text(first);
        String other = settings.text(second);
        if (one != null && other != null) {
            reader.read(one, other);
            return true;
        }
        if (one == null && other == null) {
            return true;
        }
        settings.problem(
                one == null ? first : second,
                "is not set, and %s is: it takes both".formatted(one == null ? second : first));
        return false;
    }

    /** Takes the two values of a pair. */
    @FunctionalInterface
    interface PairReader {
        /** Both are set. */
        void read(String first, String second);
    }
}
