package io.github.ticketsummarizer.llm.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.fakes.http.FakeAnswer;
import io.github.ticketsummarizer.fakes.http.FakeServer;
import io.github.ticketsummarizer.fakes.http.FaultPlan;
import io.github.ticketsummarizer.fakes.http.Route;
import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.llm.chat.ChatAnswer;
import io.github.ticketsummarizer.model.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenAiContractTest extends ChatModelContract {
    @Override
    LlmProvider provider() {
        return LlmProvider.OPENAI;
    }

    @Override
    String answeringModel() {
        return "gpt-4.1-mini";
    }

    /** As Mistral's models answer that think. */
    @Test
    void theTextIsReadWhereItIsAPartBehindAnother() throws Exception {
        ChatAnswer answer = answer("m", """
                [{"type": "thinking", "thinking": [{"type": "text", "text": "Hm."}]}, {"type": "text", "text": "{}"}]
                """);

        assertThat(answer.text()).isEqualTo("{}");
    }

    @Test
    void whatIsNoModelsNameIsNotTakenForOne() throws Exception {
        assertThat(answer("m-2026-01-31", "\"{}\"").model()).isEqualTo("m-2026-01-31");
        assertThat(answer("karen.aldous/4111111111111111", "\"{}\"").model()).isEqualTo("m");
    }

    private ChatAnswer answer(String model, String content) throws Exception {
        Route chat = new Route(
                "chat", "POST", "/v1/chat/completions", request -> FakeAnswer.json(200, """
            {"id": "1", "object": "chat.completion", "created": 1, "model": "%s", "choices": [{"index": 0,
              "finish_reason": "stop", "message": {"role": "assistant", "content": %s}}]}
            """.formatted(model, content)));
        try (FakeServer server = new FakeServer(List.of(chat), FaultPlan.none())) {
            server.start(0);
            Settings settings = new Settings(Map.of("OPENAI_BASE_URL", server.url() + "/v1", "OPENAI_MODEL", "m"));
            return new ChatModels(settings).model(LlmProvider.OPENAI).ask(request("Be brief."));
        }
    }
}
