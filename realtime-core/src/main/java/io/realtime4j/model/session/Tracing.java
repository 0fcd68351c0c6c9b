package io.realtime4j.model.session;

/**
 * Tracing of the session by the service.
 *
 * @since 0.1.0
 */
public sealed interface Tracing permits TracingMode, TracingConfiguration, UnknownTracing {

}
