/**
 * Which providers can be asked: their settings, how a connection to each is opened, and what their refusals mean. A
 * provider's own library is touched by its adapter only, in a package of its own.
 */
@NullMarked
package io.github.ticketsummarizer.llm.provider;

import org.jspecify.annotations.NullMarked;
