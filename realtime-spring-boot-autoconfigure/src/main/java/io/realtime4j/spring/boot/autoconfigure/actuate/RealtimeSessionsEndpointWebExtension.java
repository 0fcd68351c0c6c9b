package io.realtime4j.spring.boot.autoconfigure.actuate;

import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/**
 * {@link EndpointWebExtension @EndpointWebExtension} for the
 * {@link RealtimeSessionsEndpoint}, which tells by the status whether there was a session
 * to end.
 */
@EndpointWebExtension(endpoint = RealtimeSessionsEndpoint.class)
class RealtimeSessionsEndpointWebExtension {

	private final RealtimeSessionsEndpoint delegate;

	RealtimeSessionsEndpointWebExtension(RealtimeSessionsEndpoint delegate) {
		this.delegate = delegate;
	}

	@DeleteOperation
	WebEndpointResponse<Void> endSession(@Selector String id) {
		boolean found = this.delegate.endSession(id);
		return new WebEndpointResponse<>(
				found ? WebEndpointResponse.STATUS_NO_CONTENT : WebEndpointResponse.STATUS_NOT_FOUND);
	}

}
