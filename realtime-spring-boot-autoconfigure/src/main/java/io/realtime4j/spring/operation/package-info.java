/**
 * Operation of an application: why its operators end sessions.
 */
@NullMarked
package io.realtime4j.spring.operation;

import org.jspecify.annotations.NullMarked;
