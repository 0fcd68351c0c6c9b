/**
 * Reports of the load programs, as Markdown.
 */
@NullMarked
package io.realtime4j.benchmarks.load.report;

import org.jspecify.annotations.NullMarked;
