/**
 * What sessions tell of themselves in figures.
 */
@NullMarked
package io.realtime4j.spring.observation;

import org.jspecify.annotations.NullMarked;
