package io.realtime4j.spring.observation;

import io.micrometer.common.KeyValues;

/**
 * Default {@link HandshakeObservationConvention}.
 *
 * @since 0.1.0
 */
public class DefaultHandshakeObservationConvention implements HandshakeObservationConvention {

	private final GenAiNames names;

	/**
	 * Create a convention.
	 * @param names the names of attributes
	 */
	public DefaultHandshakeObservationConvention(GenAiNames names) {
		this.names = names;
	}

	@Override
	public String getName() {
		return "realtime.handshake";
	}

	@Override
	public String getContextualName(HandshakeObservationContext context) {
		return "realtime handshake";
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(HandshakeObservationContext context) {
		return new GenAiKeyValues(this.names).always(GenAiAttribute.PROVIDER, context.getProvider())
			.add("server.address", context.getServerAddress())
			.add("outcome", context.getOutcome())
			.all();
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(HandshakeObservationContext context) {
		return new GenAiKeyValues(this.names)
			.add("http.response.status_code", (context.getStatus() != 0) ? context.getStatus() : null)
			.all();
	}

}
