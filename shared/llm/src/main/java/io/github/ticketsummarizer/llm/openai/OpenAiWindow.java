package io.github.ticketsummarizer.llm.openai;

import java.util.Locale;

/**
 * The context windows of OpenAI's models (platform.openai.com/docs/models): 128,000 tokens or more since GPT-4 Turbo, whatever
 * a deployment is called.
 */
final class OpenAiWindow {
    private static final int LEAST = 128_000;

    private OpenAiWindow() {}

    /** The window of a model, or the least where it is not known. */
    static int of(String model) {
        String name = model.toLowerCase(Locale.ROOT);
        if (name.startsWith("gpt-4.1")) {
            return 1_047_576;
        }
        return name.startsWith("gpt-5") ? 272_000 : LEAST;
    }
}
