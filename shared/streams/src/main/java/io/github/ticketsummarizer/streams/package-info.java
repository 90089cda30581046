/** Topics, the durable asynchronous stage, the runner and the health endpoint. */
@NullMarked
package io.github.ticketsummarizer.streams;

import org.jspecify.annotations.NullMarked;
