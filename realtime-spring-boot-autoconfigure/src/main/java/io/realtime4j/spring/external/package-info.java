/**
 * Events about sessions for other systems, such as a message broker. Applications use
 * {@link io.realtime4j.spring.external.ExternalEvent},
 * {@link io.realtime4j.spring.external.TurnFinished},
 * {@link io.realtime4j.spring.external.TurnInterrupted},
 * {@link io.realtime4j.spring.external.ToolCalled},
 * {@link io.realtime4j.spring.external.UsageReported},
 * {@link io.realtime4j.spring.external.SessionEnded},
 * {@link io.realtime4j.spring.external.ExternalSession},
 * {@link io.realtime4j.spring.external.ExternalUsage} and
 * {@link io.realtime4j.spring.external.ExternalEventsDropped}, and nothing else of this
 * package.
 */
@NullMarked
package io.realtime4j.spring.external;

import org.jspecify.annotations.NullMarked;
