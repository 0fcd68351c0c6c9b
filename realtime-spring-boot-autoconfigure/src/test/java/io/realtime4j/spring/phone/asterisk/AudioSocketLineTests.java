package io.realtime4j.spring.phone.asterisk;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

/**
 * Tests for {@link AudioSocketLine}.
 */
class AudioSocketLineTests {

	private static final long PATIENCE_SECONDS = 30;

	private final ExecutorService executor = Executors.newCachedThreadPool();

	@AfterEach
	void stop() {
		this.executor.shutdownNow();
	}

	@Test
	void threadsEndWhenTheCallIsClosedWhileAMarkIsTold() throws Exception {
		CountDownLatch telling = new CountDownLatch(1);
		CountDownLatch closed = new CountDownLatch(1);
		try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
				Socket asterisk = new Socket(server.getInetAddress(), server.getLocalPort())) {
			AudioSocketLine line = line(server.accept());
			line.onMark((name) -> {
				telling.countDown();
				await(closed);
			});
			// Before it runs, so that the frame follows the mark at once
			line.sendMessage(new TextMessage(AudioSocketDialect.MARK + "1"));
			line.sendMessage(new BinaryMessage(new byte[320]));
			this.executor.execute(() -> line.run(this.executor));
			await(telling);
			line.close(CloseStatus.NORMAL);
			closed.countDown();
			assertThat(asterisk.getInputStream().readAllBytes()).containsExactly(AudioSocketFrame.TERMINATE, 0, 0);
			this.executor.shutdown();
			assertThat(this.executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
		}
	}

	@Test
	void closingWaitsForNobodyWhenAsteriskDoesNotRead() throws Exception {
		try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
				Socket asterisk = new Socket()) {
			asterisk.setReceiveBufferSize(4096);
			asterisk.connect(server.getLocalSocketAddress());
			Socket socket = server.accept();
			socket.setSendBufferSize(4096);
			WebSocketHandler handler = mock(WebSocketHandler.class);
			AudioSocketLine line = new AudioSocketLine(socket, handler, AudioSocketRate.RATE_8000,
					Duration.ofMillis(100));
			for (int i = 0; i < 100; i++) {
				line.sendMessage(new BinaryMessage(new byte[60_000]));
			}
			Future<?> reader = this.executor.submit(() -> line.run(this.executor));
			verify(handler, timeout(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS))).afterConnectionEstablished(line);
			// The thread that writes may be stuck already, or be about to
			line.close(CloseStatus.NORMAL);
			reader.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
			verify(handler).afterConnectionClosed(line, CloseStatus.NORMAL);
			assertThat(socket.isClosed()).isTrue();
			this.executor.shutdown();
			assertThat(this.executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
		}
	}

	private AudioSocketLine line(Socket socket) throws IOException {
		return new AudioSocketLine(socket, mock(WebSocketHandler.class), AudioSocketRate.RATE_8000);
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
