/**
 * The contexts that listeners and tools of an application run in: what its log says of
 * the session, and what belongs to the thread that opened it. Applications use
 * {@link io.realtime4j.spring.context.LogContext}, and nothing else of this package.
 */
@NullMarked
package io.realtime4j.spring.context;

import org.jspecify.annotations.NullMarked;
