package io.github.ticketsummarizer.llm.provider;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** Connections for the providers' libraries that take a client from us. */
public final class HttpConnections {
    /** OkHttp keeps five by default, so that each burst over HTTP/1.1 would dial anew. */
    public static final int MAX_IDLE = 512;

    public static final Duration KEEP_ALIVE = Duration.ofMinutes(5);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private HttpConnections() {}

    /**
     * The whole call has the account's timeout; reading has none of its own, since a model may think long before the first
     * byte. Nothing is sent twice, and nothing follows a redirect with the key.
     */
    public static OkHttpClient.Builder builder(ProviderAccount account) {
        return new OkHttpClient.Builder()
                .callTimeout(account.timeout())
                .connectTimeout(CONNECT_TIMEOUT)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .connectionPool(new ConnectionPool(MAX_IDLE, KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS));
    }
}
