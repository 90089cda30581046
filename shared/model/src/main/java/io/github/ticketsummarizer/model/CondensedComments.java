package io.github.ticketsummarizer.model;

/**
 * The comments of a thread too long for one request, which the model of the synthesis saw as notes of an earlier reading.
 *
 * @param first the number of the first such comment, from 1
 * @param last the number of the last one; all between are condensed as well
 * @param chunks in how many parts they were read
 */
public record CondensedComments(int first, int last, int chunks) {}
