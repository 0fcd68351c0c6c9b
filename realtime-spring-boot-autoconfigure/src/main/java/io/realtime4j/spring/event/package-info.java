/**
 * Events of realtime sessions as Spring application events.
 */
@NullMarked
package io.realtime4j.spring.event;

import org.jspecify.annotations.NullMarked;
