package io.github.ticketsummarizer.zendesk.http;

import io.github.ticketsummarizer.model.Settings;
import java.time.Duration;
import java.util.Optional;

/**
 * How an account is called.
 *
 * @param requestTimeout after which a single request counts as failed
 * @param connections requests under way at once
 */
public record ZendeskSettings(
        ZendeskAddress address,
        ZendeskCredentials credentials,
        RateShare rateShare,
        Duration requestTimeout,
        int connections) {
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration TIMEOUT_MOST = Duration.ofMinutes(10);

    /**
     * Reads the settings {@code ZENDESK_*} that say where and how to ask, for an instance that fetches tickets.
     *
     * @param connections requests under way at once
     * @return empty when the account cannot be asked; what is wrong is noted there
     */
    public static Optional<ZendeskSettings> from(Settings settings, int connections) {
        return from(settings, RateShare.Caller.FETCHER, connections);
    }

    /** The same for a command, which makes one call at a time and takes the part of the share that is set aside for it. */
    public static Optional<ZendeskSettings> ofCommand(Settings settings) {
        return from(settings, RateShare.Caller.COMMAND, 1);
    }

    private static Optional<ZendeskSettings> from(Settings settings, RateShare.Caller caller, int connections) {
        Optional<ZendeskAddress> address = ZendeskAddress.from(settings);
        Optional<ZendeskCredentials> credentials = ZendeskCredentials.from(settings);
        RateShare rateShare = RateShare.from(settings, caller);
        Duration timeout = requestTimeout(settings);
        return address.flatMap(
                at -> credentials.map(asWhom -> new ZendeskSettings(at, asWhom, rateShare, timeout, connections)));
    }

    private static Duration requestTimeout(Settings settings) {
        String name = "ZENDESK_REQUEST_TIMEOUT";
        Duration timeout = settings.duration(name, REQUEST_TIMEOUT);
        if (timeout.isZero() || timeout.compareTo(TIMEOUT_MOST) > 0) {
            settings.problem(name, "'%s' is not from 1ms to 10m".formatted(settings.text(name)));
            return REQUEST_TIMEOUT;
        }
        return timeout;
    }
}
