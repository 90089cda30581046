/** The broker and the five services in one JVM. */
@NullMarked
package io.github.ticketsummarizer.local;

import org.jspecify.annotations.NullMarked;
