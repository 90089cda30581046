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
        Route chat = new Route("chat", "POST", "/v1/chat/completions", request -> FakeAnswer.json(200, """
            {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [{"index": 0,
              "finish_reason": "stop", "message": {"role": "assistant", "content": [
                {"type": "thinking", "thinking": [{"type": "text", "text": "Hm."}]}, {"type": "text", "text": "{}"}]}}]}
            """));
        try (FakeServer server = new FakeServer(List.of(chat), FaultPlan.none())) {
            server.start(0);
            Settings settings = new Settings(Map.of("OPENAI_BASE_URL", server.url() + "/v1", "OPENAI_MODEL", "m"));

            ChatAnswer answer =
                    new ChatModels(settings).model(LlmProvider.OPENAI).ask(request("Be brief."));

            assertThat(answer.text()).isEqualTo("{}");
        }
    }
}
