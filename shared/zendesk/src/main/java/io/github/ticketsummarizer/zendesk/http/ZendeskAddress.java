package io.github.ticketsummarizer.zendesk.http;

import io.github.ticketsummarizer.model.Settings;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an account's API is. Every address that is asked is checked against it, so that credentials go nowhere else.
 *
 * @param base scheme, host and maybe a port, with no path
 */
public record ZendeskAddress(URI base) {
    private static final String SUBDOMAIN = "ZENDESK_SUBDOMAIN";
    private static final String BASE_URL = "ZENDESK_BASE_URL";
    private static final String ALLOW_PLAIN_HTTP = "ZENDESK_ALLOW_PLAIN_HTTP";
    private static final Pattern SUBDOMAIN_NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");

    /**
     * Reads {@code ZENDESK_BASE_URL}, else {@code ZENDESK_SUBDOMAIN}. Plain http would show the credentials and the tickets
     * to whoever listens, so it is taken only on this machine, or where {@code ZENDESK_ALLOW_PLAIN_HTTP} says that the
     * network can be trusted.
     *
     * @return empty when neither can be used; what is wrong is noted there
     */
    public static Optional<ZendeskAddress> from(Settings settings) {
        String baseUrl = settings.text(BASE_URL);
        String subdomain = settings.text(SUBDOMAIN);
        if (baseUrl != null) {
            return ofBaseUrl(baseUrl, settings);
        }
        if (subdomain == null) {
            settings.problem(SUBDOMAIN, "is not set; for https://acme.zendesk.com it is acme");
            return Optional.empty();
        }
        if (!SUBDOMAIN_NAME.matcher(subdomain.toLowerCase(Locale.ROOT)).matches()) {
            settings.problem(
                    SUBDOMAIN, "'%s' is not a subdomain; for https://acme.zendesk.com it is acme".formatted(subdomain));
            return Optional.empty();
        }
        return Optional.of(
                new ZendeskAddress(URI.create("https://%s.zendesk.com".formatted(subdomain.toLowerCase(Locale.ROOT)))));
    }

    private static Optional<ZendeskAddress> ofBaseUrl(String text, Settings settings) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException notAUrl) {
            settings.problem(BASE_URL, "it is not a URL such as https://support.example.com");
            return Optional.empty();
        }
        if (uri.getHost() == null || uri.getUserInfo() != null || !isBare(uri)) {
            settings.problem(
                    BASE_URL, "it is not a scheme and a host alone, with no path, such as https://support.example.com");
            return Optional.empty();
        }
        ZendeskAddress address = new ZendeskAddress(
                URI.create("%s://%s".formatted(uri.getScheme().toLowerCase(Locale.ROOT), uri.getRawAuthority())));
        boolean plainAllowed = settings.flag(ALLOW_PLAIN_HTTP, false);
        if (!address.isSecure() && !(address.isPlain() && (plainAllowed || address.isLoopback()))) {
            settings.problem(
                    BASE_URL,
                    "it must begin with https://; plain http:// is for this machine only, or set %s=true where the network can be trusted"
                            .formatted(ALLOW_PLAIN_HTTP));
            return Optional.empty();
        }
        return Optional.of(address);
    }

    private static boolean isBare(URI uri) {
        boolean noPath = uri.getRawPath().isEmpty() || uri.getRawPath().equals("/");
        return noPath && uri.getRawQuery() == null && uri.getRawFragment() == null;
    }

    private boolean isSecure() {
        return base.getScheme().equals("https");
    }

    private boolean isPlain() {
        return base.getScheme().equals("http");
    }

    private boolean isLoopback() {
        return LOOPBACK.matcher(base.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    /** The address of a path of ours, its query included. */
    URI at(String pathAndQuery) {
        return URI.create(base + pathAndQuery);
    }

    /**
     * An address that the other side named, relative to where it was read.
     *
     * @return empty when it is not on this account's own scheme, host and port
     */
    Optional<URI> own(URI readAt, String named) {
        URI uri;
        try {
            uri = readAt.resolve(named.strip());
        } catch (IllegalArgumentException notAUrl) {
            return Optional.empty();
        }
        boolean isOwn = base.getScheme().equalsIgnoreCase(uri.getScheme())
                && base.getHost().equalsIgnoreCase(uri.getHost())
                && port(base) == port(uri)
                && uri.getRawUserInfo() == null;
        return isOwn ? Optional.of(uri) : Optional.empty();
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }
}
