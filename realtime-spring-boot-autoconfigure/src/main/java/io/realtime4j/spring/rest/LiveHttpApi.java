package io.realtime4j.spring.rest;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * The HTTP endpoints of live sessions.
 */
@HttpExchange(accept = MediaType.ALL_VALUE)
interface LiveHttpApi {

	@PostExchange(url = "/{sessionId}/accept", contentType = RealtimeHttpApi.JSON)
	ResponseEntity<Void> accept(@PathVariable String sessionId, @RequestBody byte[] body);

	@PostExchange(url = "/{sessionId}/reject", contentType = RealtimeHttpApi.JSON)
	ResponseEntity<Void> reject(@PathVariable String sessionId, @RequestBody byte[] body);

	@PostExchange(url = "/{sessionId}/refer", contentType = RealtimeHttpApi.JSON)
	ResponseEntity<Void> refer(@PathVariable String sessionId, @RequestBody byte[] body);

	@PostExchange(url = "/{sessionId}/hangup")
	ResponseEntity<Void> hangUp(@PathVariable String sessionId);

}
