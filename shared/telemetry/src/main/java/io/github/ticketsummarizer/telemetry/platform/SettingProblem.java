package io.github.ticketsummarizer.telemetry.platform;

/**
 * What is wrong with a setting.
 *
 * @param setting its name
 * @param text what is wrong, and where that does not say it what would be right; no secret
 */
public record SettingProblem(String setting, String text) {}
