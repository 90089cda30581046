package io.github.ticketsummarizer.zendesk.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.SettingsException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZendeskSettingsTest {
    @Test
    void everySettingIsRead() {
        Settings settings = new Settings(Map.of(
                "ZENDESK_SUBDOMAIN", "Acme",
                "ZENDESK_CLIENT_ID", "reader",
                "ZENDESK_CLIENT_SECRET", "s3cret",
                "ZENDESK_RATE_SHARE", "25",
                "ZENDESK_INSTANCES", "2",
                "ZENDESK_RATE_LIMIT", "700",
                "ZENDESK_REQUEST_TIMEOUT", "5s"));

        assertThat(ZendeskSettings.from(settings, 8))
                .contains(new ZendeskSettings(
                        new ZendeskAddress(URI.create("https://acme.zendesk.com")),
                        new ZendeskCredentials.OAuthClient("reader", "s3cret"),
                        new RateShare(25, 2, 700, RateShare.Caller.FETCHER),
                        Duration.ofSeconds(5),
                        8));
        settings.requireValid();
    }

    @Test
    void theCredentialsThatLastLongestCount() {
        Map<String, String> legacy = Map.of("ZENDESK_EMAIL", "a@example.com", "ZENDESK_API_KEY", "key");

        assertThat(credentials(legacy)).isEqualTo(new ZendeskCredentials.ApiToken("a@example.com", "key"));
        assertThat(credentials(legacy).warning())
                .hasValueSatisfying(warning -> assertThat(warning).contains("30 April 2027", "ZENDESK_CLIENT_ID"));
        assertThat(credentials(Map.of("ZENDESK_EMAIL", "a@example.com", "ZENDESK_OAUTH_TOKEN", "token")))
                .isEqualTo(new ZendeskCredentials.BearerToken("token"));
        assertThat(credentials(Map.of(
                        "ZENDESK_EMAIL", "a@example.com",
                        "ZENDESK_API_KEY", "key",
                        "ZENDESK_OAUTH_TOKEN", "token",
                        "ZENDESK_CLIENT_ID", "reader",
                        "ZENDESK_CLIENT_SECRET", "s3cret")))
                .isEqualTo(new ZendeskCredentials.OAuthClient("reader", "s3cret"));
    }

    @Test
    void aSecretIsInNoText() {
        assertThat(List.of(
                        new ZendeskCredentials.OAuthClient("reader", "s3cret"),
                        new ZendeskCredentials.BearerToken("s3cret"),
                        new ZendeskCredentials.ApiToken("a@example.com", "s3cret")))
                .extracting(Object::toString)
                .noneMatch(text -> text.contains("s3cret"));
    }

    @Test
    void everythingThatIsWrongIsListedAtOnce() {
        Settings settings = new Settings(Map.of(
                "ZENDESK_SUBDOMAIN", "https://acme.zendesk.com",
                "ZENDESK_CLIENT_ID", "reader",
                "ZENDESK_EMAIL", "a@example.com",
                "ZENDESK_RATE_SHARE", "0",
                "ZENDESK_INSTANCES", "none",
                "ZENDESK_REQUEST_TIMEOUT", "1h"));

        assertThat(ZendeskSettings.from(settings, 8)).isEmpty();
        assertThat(problems(settings))
                .containsExactly(
                        "ZENDESK_SUBDOMAIN: 'https://acme.zendesk.com' is not a subdomain; for https://acme.zendesk.com it is acme",
                        "ZENDESK_CLIENT_SECRET: is not set, and ZENDESK_CLIENT_ID is: it takes both",
                        "ZENDESK_API_KEY: is not set, and ZENDESK_EMAIL is: it takes both",
                        "ZENDESK_RATE_SHARE: '0' is not a whole number from 1 to 100",
                        "ZENDESK_INSTANCES: 'none' is not a whole number from 1 to 1000",
                        "ZENDESK_REQUEST_TIMEOUT: '1h' is not from 1ms to 10m");
    }

    @Test
    void nothingSetNamesTheWayIn() {
        Settings settings = new Settings(Map.of());

        assertThat(ZendeskSettings.from(settings, 8)).isEmpty();
        assertThat(problems(settings))
                .containsExactly(
                        "ZENDESK_SUBDOMAIN: is not set; for https://acme.zendesk.com it is acme",
                        "ZENDESK_CLIENT_ID: there are no credentials for Zendesk; set ZENDESK_CLIENT_ID and"
                                + " ZENDESK_CLIENT_SECRET of an OAuth client, or ZENDESK_OAUTH_TOKEN");
    }

    @Test
    void aTokenThatNoHeaderCanHoldIsRefusedAndNotQuoted() {
        Settings settings = new Settings(Map.of("ZENDESK_OAUTH_TOKEN", "s3\ncret", "ZENDESK_SUBDOMAIN", "acme"));

        assertThat(ZendeskSettings.from(settings, 8)).isEmpty();
        assertThat(problems(settings))
                .containsExactly(
                        "ZENDESK_OAUTH_TOKEN: it is not a token: it has blanks or characters that do not print");
    }

    @ParameterizedTest
    @CsvSource({
        "https://support.example.com, https://support.example.com",
        "https://support.example.com/, https://support.example.com",
        "HTTPS://support.example.com:8443, https://support.example.com:8443",
        "http://localhost:8080, http://localhost:8080",
        "http://127.0.0.1:8080/, http://127.0.0.1:8080",
        "http://[::1]:8080, http://[::1]:8080",
    })
    void aBaseUrlReplacesTheSubdomain(String url, String expected) {
        Settings settings = new Settings(Map.of("ZENDESK_BASE_URL", url, "ZENDESK_SUBDOMAIN", "acme"));

        assertThat(ZendeskAddress.from(settings)).contains(new ZendeskAddress(URI.create(expected)));
    }

    @Test
    void plainHttpIsTakenWhereASettingSaysSo() {
        Settings settings = new Settings(
                Map.of("ZENDESK_BASE_URL", "http://fake-zendesk:8085", "ZENDESK_ALLOW_PLAIN_HTTP", "true"));

        assertThat(ZendeskAddress.from(settings)).contains(new ZendeskAddress(URI.create("http://fake-zendesk:8085")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://support.example.com",
                "http://localhost.example.com",
                "http://127.0.0.1.example.com",
                "http://2130706433",
                "ftp://localhost",
                "https://user:s3cret@support.example.com",
                "https://support.example.com/api/v2",
                "https://support.example.com?token=s3cret",
                "support.example.com",
                "https://",
                "not a url"
            })
    void whatIsNotASafeBaseUrlIsRefusedAndNotQuoted(String url) {
        Settings settings = new Settings(Map.of("ZENDESK_BASE_URL", url));

        assertThat(ZendeskAddress.from(settings)).isEmpty();
        assertThat(problems(settings))
                .singleElement()
                .asString()
                .startsWith("ZENDESK_BASE_URL: it ")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "https://acme.zendesk.com/api/v2/x?page[after]=a, true",
        "https://ACME.zendesk.com:443/x, true",
        "/api/v2/x, true",
        "?page=2, true",
        "http://acme.zendesk.com/x, false",
        "https://acme.zendesk.com:8443/x, false",
        "https://acme.zendesk.com.evil.example/x, false",
        "https://evil.example/https://acme.zendesk.com, false",
        "https://acme.zendesk.com@evil.example/x, false",
        "https://user@acme.zendesk.com/x, false",
        "//evil.example/x, false",
        "https://evil.example\\@acme.zendesk.com/, false",
        "javascript:alert(1), false",
    })
    void onlyTheAccountsOwnAddressesAreItsOwn(String named, boolean isOwn) {
        ZendeskAddress address = new ZendeskAddress(URI.create("https://acme.zendesk.com"));

        assertThat(address.own(address.at("/api/v2/tickets"), named).isPresent())
                .isEqualTo(isOwn);
    }

    @Test
    void aShareIsDividedAmongInstancesAndACommandBesideThem() {
        assertThat(share(50, 1, RateShare.Caller.FETCHER).of(700)).isEqualTo(343);
        assertThat(share(50, 3, RateShare.Caller.FETCHER).of(700)).isEqualTo(114);
        assertThat(share(50, 3, RateShare.Caller.COMMAND).of(700)).isEqualTo(7);
        assertThat(share(50, 1, RateShare.Caller.COMMAND).of(200)).isEqualTo(4);
        assertThat(share(50, 8, RateShare.Caller.FETCHER).of(10))
                .as("at least one")
                .isEqualTo(1);
    }

    @Test
    void allPartsTogetherAreNeverMoreThanTheShare() {
        for (int perMinute = 20; perMinute < 3_000; perMinute++) {
            for (int instances = 1; instances <= 5; instances++) {
                int fetchers = instances
                        * share(50, instances, RateShare.Caller.FETCHER).of(perMinute);
                int command = share(50, instances, RateShare.Caller.COMMAND).of(perMinute);

                assertThat(fetchers + command).isLessThanOrEqualTo(perMinute / 2);
            }
        }
    }

    @Test
    void exportsAreForCommandsAlone() {
        RateShare command = share(50, 3, RateShare.Caller.COMMAND);

        assertThat(command.of(Endpoint.SEARCH_EXPORT, 100)).isEqualTo(50);
        assertThat(command.of(Endpoint.INCREMENTAL_EXPORT, 10)).isEqualTo(5);
        assertThat(command.of(Endpoint.TICKETS, 100))
                .as("fetchers ask for these, too")
                .isEqualTo(4);
    }

    @Test
    void aCommandMakesOneCallAtATime() {
        ZendeskSettings read = ZendeskSettings.ofCommand(
                        new Settings(Map.of("ZENDESK_SUBDOMAIN", "acme", "ZENDESK_OAUTH_TOKEN", "token")))
                .orElseThrow();

        assertThat(read.connections()).isEqualTo(1);
        assertThat(read.rateShare()).isEqualTo(new RateShare(50, 1, 200, RateShare.Caller.COMMAND));
    }

    private static RateShare share(int percent, int instances, RateShare.Caller caller) {
        return new RateShare(percent, instances, 200, caller);
    }

    private static ZendeskCredentials credentials(Map<String, String> values) {
        Settings settings = new Settings(values);
        ZendeskCredentials found = ZendeskCredentials.from(settings).orElseThrow();
        settings.requireValid();
        return found;
    }

    private static List<String> problems(Settings settings) {
        return catchThrowableOfType(SettingsException.class, settings::requireValid)
                .problems();
    }
}
