package io.github.ticketsummarizer.model;

/**
 * What is known of a file on a comment; the file itself is never fetched.
 *
 * @param size bytes
 */
public record Attachment(String fileName, String contentType, long size) {}
