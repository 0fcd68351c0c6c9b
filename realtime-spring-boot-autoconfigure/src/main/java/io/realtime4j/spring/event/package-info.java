/**
 * Realtime events as application events of Spring. Applications use
 * {@link io.realtime4j.spring.event.RealtimeEvent}, and nothing else of this package.
 */
@NullMarked
package io.realtime4j.spring.event;

import org.jspecify.annotations.NullMarked;
