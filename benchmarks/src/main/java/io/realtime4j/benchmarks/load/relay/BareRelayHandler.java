package io.realtime4j.benchmarks.load.relay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.client.WebSocketClient;
import org.springframework.web.socket.handler.BinaryWebSocketHandler;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/**
 * Opens a connection to the service for each page. Audio of the page becomes base64 in
 * JSON, and audio of the service bytes; all else is left out. One thread writes to either
 * side, the one that reads from the other.
 */
final class BareRelayHandler extends BinaryWebSocketHandler {

	private static final String SETTINGS = "{\"type\":\"session.update\",\"session\":{\"type\":\"realtime\"}}";

	private static final String APPEND = "{\"type\":\"input_audio_buffer.append\",\"audio\":\"";

	private static final String DELTA_TYPE = "{\"type\":\"response.output_audio.delta\"";

	private static final String DELTA = "\"delta\":\"";

	private final WebSocketClient client;

	private final String service;

	private final Map<String, WebSocketSession> services = new ConcurrentHashMap<>();

	/**
	 * Create a relay.
	 * @param client opens the connections to the service
	 * @param service the address of the service
	 */
	BareRelayHandler(WebSocketClient client, String service) {
		this.client = client;
		this.service = service;
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession page) {
		this.client.execute(new ServiceHandler(page), this.service);
	}

	@Override
	protected void handleBinaryMessage(WebSocketSession page, BinaryMessage message) throws IOException {
		WebSocketSession service = this.services.get(page.getId());
		if (service != null) {
			byte[] pcm = new byte[message.getPayloadLength()];
			message.getPayload().get(pcm);
			service.sendMessage(new TextMessage(APPEND + Base64.getEncoder().encodeToString(pcm) + "\"}"));
		}
	}

	@Override
	public void afterConnectionClosed(WebSocketSession page, CloseStatus status) throws IOException {
		WebSocketSession service = this.services.remove(page.getId());
		if (service != null) {
			service.close();
		}
	}

	/**
	 * Hears the service.
	 */
	private final class ServiceHandler extends TextWebSocketHandler {

		private final WebSocketSession page;

		ServiceHandler(WebSocketSession page) {
			this.page = page;
		}

		@Override
		public void afterConnectionEstablished(WebSocketSession service) throws IOException {
			service.sendMessage(new TextMessage(SETTINGS));
			BareRelayHandler.this.services.put(this.page.getId(), service);
			if (!this.page.isOpen()) {
				service.close();
			}
		}

		@Override
		protected void handleTextMessage(WebSocketSession service, TextMessage message) throws IOException {
			String event = message.getPayload();
			if (event.startsWith(DELTA_TYPE) && this.page.isOpen()) {
				int start = event.indexOf(DELTA) + DELTA.length();
				String base64 = event.substring(start, event.indexOf('"', start));
				byte[] pcm = Base64.getDecoder().decode(base64.getBytes(StandardCharsets.ISO_8859_1));
				this.page.sendMessage(new BinaryMessage(pcm));
			}
		}

	}

}
