/**
 * Operation of an application: why its operators end sessions, and what its traffic tells
 * of the service. Applications use
 * {@link io.realtime4j.spring.operation.ClosedByOperator} and
 * {@link io.realtime4j.spring.operation.ClosedForDraining}, and nothing else of this
 * package.
 */
@NullMarked
package io.realtime4j.spring.operation;

import org.jspecify.annotations.NullMarked;
