package io.github.ticketsummarizer.llm.config;

/**
 * A term that speaks for something.
 *
 * @param term one or several words, matched as whole words whatever their case and accents
 * @param weight from 1, a faint hint, to 5, which nearly decides
 */
public record Signal(String term, int weight) {}
