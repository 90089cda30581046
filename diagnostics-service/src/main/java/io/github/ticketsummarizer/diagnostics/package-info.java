/** Says whether Diagnostics was used and could have helped. */
@NullMarked
package io.github.ticketsummarizer.diagnostics;

import org.jspecify.annotations.NullMarked;
