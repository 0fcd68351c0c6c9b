/**
 * A spoken question from a file, and the spoken answer to another, without a page.
 */
@NullMarked
package io.realtime4j.sample.headless;

import org.jspecify.annotations.NullMarked;
