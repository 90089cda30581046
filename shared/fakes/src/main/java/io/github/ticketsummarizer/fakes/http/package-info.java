/**
 * What a stand-in for an HTTP API is made of. A {@link io.github.ticketsummarizer.fakes.http.FakeServer} answers by
 * {@link io.github.ticketsummarizer.fakes.http.Route routes}, misbehaves by a
 * {@link io.github.ticketsummarizer.fakes.http.FaultPlan plan}, and keeps a
 * {@link io.github.ticketsummarizer.fakes.http.RequestLog log} of what it was asked. It knows no API of its own.
 */
@NullMarked
package io.github.ticketsummarizer.fakes.http;

import org.jspecify.annotations.NullMarked;
