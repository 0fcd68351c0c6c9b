package io.realtime4j.benchmarks.load.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.realtime4j.benchmarks.load.process.SelfSigned;
import org.apache.tomcat.websocket.WsWebSocketContainer;
import org.jspecify.annotations.Nullable;

import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.client.standard.StandardWebSocketClient;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/**
 * Spring's WebSocket client on Tomcat as it comes, with a handler that takes the text.
 * Its sessions are open when the handshake is done.
 */
final class SpringClient implements LoadClient {

	private static final long PATIENCE_SECONDS = 120;

	private final WsWebSocketContainer container = new WsWebSocketContainer();

	private final StandardWebSocketClient client = new StandardWebSocketClient(this.container);

	private final URI uri;

	private final Consumer<String> texts;

	private final List<WebSocketSession> sessions = new ArrayList<>();

	private CountDownLatch open = new CountDownLatch(0);

	/**
	 * Create a client.
	 * @param baseUrl the root of the API
	 * @param tls the certificate of the server, or {@code null} for plain TCP
	 * @param bufferSize the largest text that can be received, in characters
	 * @param texts takes each text on the thread that read it
	 */
	SpringClient(URI baseUrl, @Nullable SelfSigned tls, int bufferSize, Consumer<String> texts) {
		this.uri = URI.create(baseUrl.toString().replaceFirst("^http", "ws") + "/realtime?model=gpt-realtime");
		this.texts = texts;
		this.container.setDefaultMaxTextMessageBufferSize(bufferSize);
		if (tls != null) {
			this.client.setSslContext(tls.sslContext());
		}
	}

	@Override
	public void open(int count) {
		List<CompletableFuture<WebSocketSession>> opened = new ArrayList<>();
		this.open = new CountDownLatch(count);
		for (int i = 0; i < count; i++) {
			opened.add(this.client.execute(new Handler(), new WebSocketHttpHeaders(), this.uri));
		}
		CompletableFuture.allOf(opened.toArray(CompletableFuture[]::new))
			.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
			.join();
		opened.forEach((session) -> this.sessions.add(session.join()));
	}

	@Override
	public void request() {
		send("{\"type\":\"response.create\"}");
	}

	/**
	 * Send a text in each session.
	 * @param text the text
	 */
	void send(String text) {
		try {
			for (WebSocketSession session : this.sessions) {
				session.sendMessage(new TextMessage(text));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void closeSessions() {
		try {
			for (WebSocketSession session : this.sessions) {
				session.close();
			}
			if (!this.open.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				throw new IllegalStateException("Sessions of bare Spring did not close");
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.sessions.clear();
	}

	@Override
	public void close() {
		this.container.destroy();
	}

	/**
	 * Hands the text on.
	 */
	private final class Handler extends TextWebSocketHandler {

		@Override
		protected void handleTextMessage(WebSocketSession session, TextMessage message) {
			SpringClient.this.texts.accept(message.getPayload());
		}

		@Override
		public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
			SpringClient.this.open.countDown();
		}

	}

}
