/** Several instances of each service, as on a cluster: how much more they do, and what it costs when one comes or goes. */
@NullMarked
package io.github.ticketsummarizer.benchmarks.scaling;

import org.jspecify.annotations.NullMarked;
