/**
 * A stand-in for a Zendesk account: the reads of its ticketing API that this program makes, with the account's
 * credentials, limits and errors. Shapes follow Zendesk's OpenAPI description and developer documentation; a real
 * account was never called.
 */
@NullMarked
package io.github.ticketsummarizer.fakes.zendesk;

import org.jspecify.annotations.NullMarked;
