package io.realtime4j.spring.rest;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpEntity;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * The endpoints as they stand on the wire. Bodies are bytes, so that no converter of the
 * application changes them.
 */
@HttpExchange(accept = MediaType.APPLICATION_JSON_VALUE)
interface RealtimeHttpApi {

	String JSON = MediaType.APPLICATION_JSON_VALUE;

	String SDP = "application/sdp";

	@PostExchange(url = "/client_secrets", contentType = JSON)
	byte @Nullable [] createClientSecret(@RequestBody byte[] body);

	@PostExchange(url = "/translations/client_secrets", contentType = JSON)
	byte @Nullable [] createTranslationSecret(@RequestBody byte[] body);

	@PostExchange(url = "/sessions", contentType = JSON, headers = "OpenAI-Beta=assistants=v2")
	byte @Nullable [] createSession(@RequestBody byte[] body);

	@PostExchange(url = "/transcription_sessions", contentType = JSON, headers = "OpenAI-Beta=assistants=v2")
	byte @Nullable [] createTranscriptionSession(@RequestBody byte[] body);

	@PostExchange(url = "/calls", contentType = SDP, accept = SDP)
	ResponseEntity<byte[]> createCall(@RequestBody byte[] sdp);

	@PostExchange(url = "/calls", contentType = MediaType.MULTIPART_FORM_DATA_VALUE, accept = SDP)
	ResponseEntity<byte[]> createCall(@RequestPart("sdp") HttpEntity<byte[]> sdp,
			@RequestPart("session") HttpEntity<byte[]> session);

	@PostExchange(url = "/calls/{callId}/accept", contentType = JSON, accept = MediaType.ALL_VALUE)
	ResponseEntity<Void> acceptCall(@PathVariable String callId, @RequestBody byte[] body);

	@PostExchange(url = "/calls/{callId}/reject", contentType = JSON, accept = MediaType.ALL_VALUE)
	ResponseEntity<Void> rejectCall(@PathVariable String callId, @RequestBody byte[] body);

	@PostExchange(url = "/calls/{callId}/refer", contentType = JSON, accept = MediaType.ALL_VALUE)
	ResponseEntity<Void> referCall(@PathVariable String callId, @RequestBody byte[] body);

	@PostExchange(url = "/calls/{callId}/hangup", accept = MediaType.ALL_VALUE)
	ResponseEntity<Void> hangUpCall(@PathVariable String callId);

}
