package io.github.ticketsummarizer.zendesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.fakes.http.FakeAnswer;
import io.github.ticketsummarizer.fakes.http.Fault;
import io.github.ticketsummarizer.fakes.http.FaultPlan;
import io.github.ticketsummarizer.fakes.zendesk.Credentials;
import io.github.ticketsummarizer.fakes.zendesk.Endpoints;
import io.github.ticketsummarizer.fakes.zendesk.FakeTicket;
import io.github.ticketsummarizer.fakes.zendesk.FakeZendesk;
import io.github.ticketsummarizer.fakes.zendesk.Limits;
import io.github.ticketsummarizer.fakes.zendesk.MadeUpTickets;
import io.github.ticketsummarizer.telemetry.TraceContext;
import io.github.ticketsummarizer.telemetry.attribute.Errors;
import io.github.ticketsummarizer.telemetry.span.SpanError;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.github.ticketsummarizer.zendesk.http.RateShare;
import io.github.ticketsummarizer.zendesk.http.ZendeskAddress;
import io.github.ticketsummarizer.zendesk.http.ZendeskClient;
import io.github.ticketsummarizer.zendesk.http.ZendeskCredentials;
import io.github.ticketsummarizer.zendesk.http.ZendeskSettings;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ZendeskSpansTest {
    private static final AttributeKey<String> CALL_ID = AttributeKey.stringKey("batch.call_id");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final Tracing tracing = new Tracing(OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                    .build())
            .build());
    private final List<FakeTicket> tickets = MadeUpTickets.of(20, 1);
    private final FakeZendesk zendesk = new FakeZendesk(tickets, Limits.NONE);

    @AfterEach
    void stop() {
        zendesk.close();
    }

    @Test
    void eachRequestIsASpanAndOneForManyTicketsIsOneWhileTheOthersShowThatTheyWaited() throws Exception {
        ZendeskTicketSource source = source();
        TraceContext stage = TraceContext.ofRequest("run:1:1").derived("fetch");
        try (Scope ignored = Tracing.below(stage, Attributes.empty()).makeCurrent()) {
            assertThat(source.fetch(tickets.stream()
                            .map(ticket -> Long.toString(ticket.id()))
                            .toList()))
                    .hasSize(tickets.size())
                    .allSatisfy((id, result) -> assertThat(result).isInstanceOf(FetchResult.Found.class));
        }

        List<SpanData> calls = named("GET tickets/show_many");
        SpanData token = named("POST oauth/tokens").getFirst();
        List<SpanData> waits = named("await batch").stream()
                .filter(wait -> !wait.getAttributes()
                        .get(CALL_ID)
                        .equals(token.getAttributes().get(CALL_ID)))
                .toList();
        assertThat(calls.size() + waits.size()).isEqualTo(tickets.size());
        assertThat(waits)
                .extracting(wait -> wait.getAttributes().get(CALL_ID))
                .isSubsetOf(calls.stream()
                        .map(call -> call.getAttributes().get(CALL_ID))
                        .toList());
        assertThat(named("GET tickets/{id}/comments")).hasSize(tickets.size());
        assertThat(named("POST oauth/tokens")).hasSize(1);
        assertThat(exporter.getFinishedSpanItems())
                .extracting(SpanData::getParentSpanId)
                .containsOnly(stage.spanId());
        assertThat(calls).allSatisfy(call -> {
            assertThat(call.getKind()).isEqualTo(SpanKind.CLIENT);
            assertThat(call.getStatus().getStatusCode()).isEqualTo(StatusCode.OK);
            assertThat(call.getAttributes().get(STATUS)).isEqualTo(200);
            assertThat(call.getAttributes().get(AttributeKey.stringKey("url.full")))
                    .contains("/api/v2/tickets/show_many?ids=");
        });
    }

    @Test
    void aRefusalIsAnErrorToldInOurWords() throws Exception {
        ZendeskTicketSource source = source();
        zendesk.faults(FaultPlan.every(
                Endpoints.SHOW_MANY,
                new Fault.Instead(FakeAnswer.json(404, "{\"error\": \"RecordNotFound of karen@example.com\"}"))));
        TraceContext stage = TraceContext.ofRequest("run:1:1").derived("fetch");
        try (Scope ignored = Tracing.below(stage, Attributes.empty()).makeCurrent()) {
            source.fetch(List.of("1"));
        }

        SpanData call = named("GET tickets/show_many").getFirst();
        String message = "Zendesk has no such address (404); check ZENDESK_SUBDOMAIN";
        assertThat(call.getStatus()).isEqualTo(StatusData.create(StatusCode.ERROR, message));
        assertThat(call.getAttributes().get(STATUS)).isEqualTo(404);
        assertThat(call.getAttributes().get(Errors.TYPE)).isEqualTo("404");
        assertThat(call.getAttributes().get(Errors.MESSAGE)).isEqualTo(message);
        assertThat(call.getEvents()).singleElement().satisfies(event -> {
            assertThat(event.getName()).isEqualTo(Errors.EXCEPTION);
            assertThat(event.getAttributes()).isEqualTo(Tracing.exception(new SpanError("404", message, false)));
        });
        assertThat(call.toString()).doesNotContain("karen");
    }

    @Test
    void aRequestForNoTicketHasNoSpan() throws Exception {
        source().fetch(tickets.stream()
                .map(ticket -> Long.toString(ticket.id()))
                .toList());

        assertThat(exporter.getFinishedSpanItems()).isEmpty();
    }

    private List<SpanData> named(String name) {
        return exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .toList();
    }

    private ZendeskTicketSource source() throws Exception {
        zendesk.start(0);
        ZendeskSettings settings = new ZendeskSettings(
                new ZendeskAddress(URI.create(zendesk.url().toString().replaceAll("/$", ""))),
                new ZendeskCredentials.OAuthClient(Credentials.DEFAULT.clientId(), Credentials.DEFAULT.clientSecret()),
                new RateShare(50, 1, 100_000, RateShare.Caller.FETCHER),
                Duration.ofSeconds(30),
                8);
        return new ZendeskTicketSource(
                new ZendeskClient(settings, tracing),
                TicketMappingSettings.DEFAULT,
                new ZendeskSourceSettings(8, Duration.ofMinutes(1), 8 * 1024 * 1024),
                tracing);
    }
}
