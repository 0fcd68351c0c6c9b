/**
 * Metrics and observations of sessions. Applications use
 * {@link io.realtime4j.spring.observation.GenAiNames},
 * {@link io.realtime4j.spring.observation.GenAiAttribute},
 * {@link io.realtime4j.spring.observation.ResponseObservationConvention},
 * {@link io.realtime4j.spring.observation.ResponseObservationContext},
 * {@link io.realtime4j.spring.observation.DefaultResponseObservationConvention},
 * {@link io.realtime4j.spring.observation.ToolCallObservationConvention},
 * {@link io.realtime4j.spring.observation.ToolCallObservationContext},
 * {@link io.realtime4j.spring.observation.DefaultToolCallObservationConvention},
 * {@link io.realtime4j.spring.observation.HandshakeObservationConvention},
 * {@link io.realtime4j.spring.observation.HandshakeObservationContext},
 * {@link io.realtime4j.spring.observation.DefaultHandshakeObservationConvention} and
 * {@link io.realtime4j.spring.observation.RealtimeObservationDocumentation}, and nothing
 * else of this package.
 */
@NullMarked
package io.realtime4j.spring.observation;

import org.jspecify.annotations.NullMarked;
