/**
 * The page in the browser: what it shows, what is heard there, what is said there.
 */
@NullMarked
package io.realtime4j.sample.page;

import org.jspecify.annotations.NullMarked;
