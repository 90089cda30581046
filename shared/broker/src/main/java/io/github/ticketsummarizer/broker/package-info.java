/** A KRaft broker inside the JVM; nothing else of ours. */
@NullMarked
package io.github.ticketsummarizer.broker;

import org.jspecify.annotations.NullMarked;
