package io.realtime4j.spring.websocket;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many connections to a server that pushes right behind the handshake.
 */
@Timeout(120)
@ParameterizedClass
@EnumSource(TransportKind.class)
class ManyConnectionsTests {

	private static final int CONNECTIONS = 600;

	private static final int AT_ONCE = 50;

	private static final int FRAMES = 30;

	private final TransportFixture fixture;

	ManyConnectionsTests(TransportKind kind) {
		this.fixture = new TransportFixture(kind);
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	private static String text(int index) {
		return (index + " é ").repeat(1 + 90 * index);
	}

	private static byte[] frames() {
		ByteArrayOutputStream frames = new ByteArrayOutputStream();
		for (int i = 0; i < FRAMES; i++) {
			frames.writeBytes(RawFrame.encode(RawFrame.TEXT, true, TransportFixture.bytes(text(i))));
		}
		return frames.toByteArray();
	}

	@Test
	void hearNothingButWhatTheServerSaid() throws Exception {
		byte[] frames = frames();
		try (RawServer server = RawServer.start((peer) -> {
			peer.write(peer.upgrade(), frames);
			peer.drain();
		})) {
			for (int opened = 0; opened < CONNECTIONS; opened += AT_ONCE) {
				List<RecordingListener> listeners = new ArrayList<>();
				for (int i = 0; i < AT_ONCE; i++) {
					listeners.add(this.fixture.connectAnother(server.uri()));
				}
				for (RecordingListener listener : listeners) {
					for (int i = 0; i < FRAMES; i++) {
						assertThat(listener.text()).isEqualTo(text(i));
					}
					listener.connection().close(1000, "OK");
					listener.end();
				}
			}
		}
	}

}
