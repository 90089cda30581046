package io.github.ticketsummarizer.telemetry.redaction;

/**
 * OpenInference's masking variables, and the attributes that each hides; those of the other conventions that repeat the
 * same text go with them.
 */
enum Masking {
    INPUTS {
        @Override
        boolean hides(String key) {
            return ContentKeys.isInput(key) || INPUT_MESSAGES.hides(key) || LLM_TOOLS.hides(key);
        }
    },
    OUTPUTS {
        @Override
        boolean hides(String key) {
            return ContentKeys.isOutput(key) || OUTPUT_MESSAGES.hides(key);
        }
    },
    INPUT_MESSAGES {
        @Override
        boolean hides(String key) {
            return key.startsWith("llm.input_messages.")
                    || key.equals("gen_ai.input.messages")
                    || ContentKeys.isTemplateVariables(key);
        }
    },
    OUTPUT_MESSAGES {
        @Override
        boolean hides(String key) {
            return key.startsWith("llm.output_messages.") || key.equals("gen_ai.output.messages");
        }
    },
    INPUT_TEXT {
        @Override
        boolean hides(String key) {
            return INPUT_MESSAGES.hides(key)
                    && (ContentKeys.isMessageText(key) || ContentKeys.isTemplateVariables(key));
        }
    },
    OUTPUT_TEXT {
        @Override
        boolean hides(String key) {
            return OUTPUT_MESSAGES.hides(key) && ContentKeys.isMessageText(key);
        }
    },
    INPUT_IMAGES {
        @Override
        boolean hides(String key) {
            return INPUT_MESSAGES.hides(key) && key.contains("message_content.image");
        }
    },
    LLM_INVOCATION_PARAMETERS {
        @Override
        boolean hides(String key) {
            return key.equals("llm.invocation_parameters") || key.equals("langfuse.observation.model.parameters");
        }
    },
    LLM_TOOLS {
        @Override
        boolean hides(String key) {
            return key.startsWith("llm.tools.");
        }
    },
    PROMPTS {
        @Override
        boolean hides(String key) {
            return key.startsWith("llm.prompts")
                    || key.startsWith("llm.prompt_template.t")
                    || ContentKeys.isTemplateVariables(key);
        }
    },
    CHOICES {
        @Override
        boolean hides(String key) {
            return key.startsWith("llm.choices");
        }
    },
    EMBEDDINGS_VECTORS {
        @Override
        boolean hides(String key) {
            return key.endsWith("embedding.vector");
        }
    },
    EMBEDDINGS_TEXT {
        @Override
        boolean hides(String key) {
            return key.endsWith("embedding.text");
        }
    };

    abstract boolean hides(String key);

    String variable() {
        return "OPENINFERENCE_HIDE_" + name();
    }
}
