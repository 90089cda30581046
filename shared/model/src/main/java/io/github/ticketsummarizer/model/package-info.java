/** The records that travel on topics, their JSON, and the enums. No I/O and no Kafka. */
@NullMarked
package io.github.ticketsummarizer.model;

import org.jspecify.annotations.NullMarked;
