/**
 * What the load programs found, as Markdown.
 */
@NullMarked
package io.realtime4j.benchmarks.load.report;

import org.jspecify.annotations.NullMarked;
