/** The names of the attributes that spans carry, by the convention they belong to. */
@NullMarked
package io.github.ticketsummarizer.telemetry.attribute;

import org.jspecify.annotations.NullMarked;
