package io.github.ticketsummarizer.model;

import java.util.Objects;

/**
 * A quote that the synthesis rests on, or a passage that names Diagnostics.
 *
 * @param commentNumber the comment it stands in, counted from 1
 */
public record Evidence(int commentNumber, String quote) {
    public Evidence {
        Objects.requireNonNull(quote, "quote");
    }
}
