/**
 * The wire format of OpenAI's chat completions, which Azure and many other servers speak as well, through OpenAI's own
 * library. Chat completions rather than the newer responses: every such server has them.
 */
@NullMarked
package io.github.ticketsummarizer.llm.openai;

import org.jspecify.annotations.NullMarked;
