package io.github.ticketsummarizer.zendesk.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OAuthTokensTest {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger requests = new AtomicInteger();

    @Test
    void aTokenIsKeptAndRenewedBeforeItEnds() throws Exception {
        OAuthTokens tokens = tokens(patience -> token());

        assertThat(header(tokens)).isEqualTo("Bearer t1");
        pass(Duration.ofSeconds(79));
        assertThat(header(tokens)).isEqualTo("Bearer t1");
        pass(Duration.ofSeconds(1));
        assertThat(header(tokens)).isEqualTo("Bearer t2");
    }

    @Test
    void aRenewalThatFailsIsTriedAgainWhileTheTokenHolds() throws Exception {
        OAuthTokens tokens = tokens(patience -> {
            if (requests.get() > 0 && nanos.get() < Duration.ofSeconds(90).toNanos()) {
                throw unavailable();
            }
            return token();
        });
        header(tokens);

        pass(Duration.ofSeconds(80));
        assertThat(header(tokens)).isEqualTo("Bearer t1");
        pass(Duration.ofSeconds(10));
        assertThat(header(tokens)).isEqualTo("Bearer t2");
    }

    @Test
    void aTokenThatEndedIsNotUsed() throws Exception {
        OAuthTokens tokens = tokens(patience -> {
            if (requests.get() > 0) {
                throw unavailable();
            }
            return token();
        });
        header(tokens);

        pass(Duration.ofSeconds(100));

        assertThatThrownBy(() -> header(tokens)).isInstanceOf(ZendeskException.class);
    }

    @Test
    void aRefusedTokenIsReplacedOnceHoweverManyWereRefused() throws Exception {
        OAuthTokens tokens = tokens(patience -> token());
        String refused = header(tokens);

        tokens.renew(refused);
        assertThat(header(tokens)).isEqualTo("Bearer t2");
        tokens.renew(refused);
        assertThat(header(tokens)).isEqualTo("Bearer t2");
    }

    @Test
    void manyWhoNeedATokenCauseOneRequestAndShareItsAnswer() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        OAuthTokens tokens = tokens(patience -> {
            answer.await();
            return token();
        });
        List<Future<String>> headers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                headers.add(threads.submit((Callable<String>) () -> header(tokens)));
            }
            answer.countDown();
        }

        assertThat(headers).extracting(Future::get).containsOnly("Bearer t1");
        assertThat(requests).hasValue(1);
    }

    @Test
    void anotherAsksWhenTheOneThatAskedIsInterrupted() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        OAuthTokens tokens = tokens(patience -> {
            if (asked.incrementAndGet() == 1) {
                new CountDownLatch(1).await();
            }
            return token();
        });
        Thread first = Thread.startVirtualThread(
                () -> assertThatThrownBy(() -> header(tokens)).isInstanceOf(InterruptedException.class));
        while (first.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> second = threads.submit((Callable<String>) () -> header(tokens));
            first.interrupt();

            assertThat(second.get()).isEqualTo("Bearer t1");
        }
    }

    private OAuthTokens tokens(OAuthTokens.TokenRequest request) {
        return new OAuthTokens(request, nanos::get, new SharedCallSpans(Tracing.none()));
    }

    private OAuthTokens.Token token() {
        return new OAuthTokens.Token("t" + requests.incrementAndGet(), Duration.ofSeconds(100));
    }

    private static String header(OAuthTokens tokens) throws Exception {
        return tokens.header(Duration.ZERO);
    }

    private static ZendeskException unavailable() {
        return new ZendeskException(CallFailure.transientFailure(ErrorType.ZENDESK_UNAVAILABLE, "not now"));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
