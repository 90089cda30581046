/** Fixtures for the tests of every room. */
@NullMarked
package io.github.ticketsummarizer.testing;

import org.jspecify.annotations.NullMarked;
