/**
 * The providers of realtime services: what is sent to each of them, and where to.
 */
@NullMarked
package io.realtime4j.provider;

import org.jspecify.annotations.NullMarked;
