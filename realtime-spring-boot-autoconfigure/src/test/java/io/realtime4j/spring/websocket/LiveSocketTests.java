package io.realtime4j.spring.websocket;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.session.LiveClient;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.tool.DelegationHandler;
import io.realtime4j.session.ClosedByApplication;
import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.RealtimeEventAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.live.RealtimeLiveAutoConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for a live session of an application over a socket.
 */
class LiveSocketTests {

	private final List<String> said = new CopyOnWriteArrayList<>();

	@ParameterizedTest
	@ValueSource(strings = { "netty", "spring" })
	void conversationWithDelegatedWork(String transport) throws IOException {
		try (RawServer server = RawServer.start(this::converse)) {
			new ApplicationContextRunner()
				.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, RealtimeAutoConfiguration.class,
						RealtimeEventAutoConfiguration.class, RealtimeLiveAutoConfiguration.class))
				.withPropertyValues("realtime.api-key=test-key", "realtime.transport=" + transport,
						"realtime.base-url=http://127.0.0.1:" + server.port() + "/v1", "realtime.live.model=gpt-live-1")
				.withBean(Heard.class)
				.withBean(DelegationHandler.class, () -> (task) -> "Heard: " + task.text())
				.run((context) -> {
					LiveSession session = context.getBean(LiveClient.class).open();
					session.appendAudio(new byte[4800]);
					Heard heard = context.getBean(Heard.class);
					await().until(() -> heard.types().contains("session.output_transcript.delta"));
					session.close();
					assertThat(session.closed().join()).isEqualTo(new ClosedByApplication());
					assertThat(session.usage().seconds()).isEqualTo(3);
					await().untilAsserted(() -> assertThat(heard.types()).containsExactly("session.started",
							"session.input_transcript.delta", "session.delegation.created",
							"session.commentary.appended", "session.output_transcript.delta", "session.closed"));
				});
			assertThat(server.requests()).singleElement()
				.asString()
				.startsWith("GET /v1/live/sessions HTTP/1.1")
				.contains("Bearer test-key");
			assertThat(this.said).containsExactly("session.start", "session.input_audio.append",
					"session.commentary.append", "session.close");
		}
	}

	private void converse(RawPeer peer) throws IOException {
		peer.accept();
		while (true) {
			RawFrame frame = peer.read();
			if (frame.opcode() == RawFrame.CLOSE) {
				return;
			}
			if (frame.opcode() == RawFrame.TEXT) {
				JsonNode message = JsonMapper.shared().readTree(frame.text());
				this.said.add(message.get("type").asString());
				answer(peer, message);
			}
		}
	}

	private static void answer(RawPeer peer, JsonNode message) throws IOException {
		switch (message.get("type").asString()) {
			case "session.start" -> say(peer, "session.started",
					Map.of("session", Map.of("id", "live_1", "status", "active", "model", "gpt-live-1")));
			case "session.input_audio.append" -> {
				say(peer, "session.input_transcript.delta",
						Map.of("delta", "Is it open?", "start_ms", 0, "end_ms", 900));
				say(peer, "session.delegation.created", Map.of("offset_ms", 900, "delegation",
						Map.of("id", "d1", "type", "delegation", "target", "client")));
			}
			case "session.commentary.append" -> {
				String content = message.get("content").asString();
				say(peer, "session.commentary.appended",
						Map.of("start_ms", 900, "end_ms", 900, "client_event_id", message.get("event_id").asString()));
				say(peer, "session.output_transcript.delta",
						Map.of("delta", content, "start_ms", 1000, "end_ms", 2000));
			}
			case "session.close" -> {
				say(peer, "session.closed", Map.of("reason", "close_requested", "usage", Map.of("seconds", 3)));
				peer.closeFrame(1000, "");
			}
			default -> throw new IllegalStateException(message.get("type").asString());
		}
	}

	private static void say(RawPeer peer, String type, Map<String, Object> members) throws IOException {
		ObjectNode event = JsonMapper.shared().createObjectNode().put("type", type).put("event_id", "event_1");
		members.forEach((name, value) -> event.set(name, JsonMapper.shared().valueToTree(value)));
		peer.text(event.toString());
	}

	static class Heard {

		private final List<LiveServerEvent> events = Collections.synchronizedList(new ArrayList<>());

		@EventListener
		void on(LiveServerEvent event) {
			this.events.add(event);
		}

		List<String> types() {
			return List.copyOf(this.events).stream().map(LiveServerEvent::type).toList();
		}

	}

}
