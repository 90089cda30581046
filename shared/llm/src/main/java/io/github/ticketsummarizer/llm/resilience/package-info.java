/**
 * What stands between the stages and a provider, one of each for an account in a JVM. From outside in: a circuit breaker, a
 * budget of requests and tokens, and a limit of concurrent calls that follows what the provider takes. The deadline of a
 * call is the account's timeout; nothing here tries twice.
 */
@NullMarked
package io.github.ticketsummarizer.llm.resilience;

import org.jspecify.annotations.NullMarked;
