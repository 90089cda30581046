/** Words, phrases and sentences of ticket text, in any language and in linear time. */
@NullMarked
package io.github.ticketsummarizer.llm.text;

import org.jspecify.annotations.NullMarked;
