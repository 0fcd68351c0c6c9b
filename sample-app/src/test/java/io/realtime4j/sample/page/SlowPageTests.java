package io.realtime4j.sample.page;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "realtime.api-key=", "realtime.simulator.pace=50" })
class SlowPageTests {

	private static final int MESSAGES = LivePage.CAPACITY / 3;

	@LocalServerPort
	private int port;

	@Autowired
	private LivePages pages;

	@Test
	void aPageThatReadsNothingIsGivenUpAndHoldsUpNobody() throws Exception {
		try (Socket slow = openPageThatReadsNothing(); PageClient page = new PageClient(this.port)) {
			Awaitility.await().untilAsserted(() -> assertThat(this.pages.count()).isEqualTo(2));
			int shown = 0;
			while (this.pages.count() == 2 && shown < 100 * MESSAGES) {
				shown += showMany();
				int expected = shown;
				Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> page.seen("noise").size() == expected);
			}
			assertThat(this.pages.count()).isOne();
			assertThat(slow.isConnected()).isTrue();
			page.postJson("text", Map.of("text", "Hello!"));
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(page.types()).contains("response.done"));
		}
	}

	private int showMany() {
		String noise = "x".repeat(8000);
		for (int i = 0; i < MESSAGES; i++) {
			this.pages.show(PageMessage.passing("noise", noise));
		}
		return MESSAGES;
	}

	private Socket openPageThatReadsNothing() throws IOException {
		Socket socket = new Socket();
		socket.setReceiveBufferSize(4096);
		socket.connect(new InetSocketAddress("127.0.0.1", this.port));
		socket.getOutputStream()
			.write("GET /desk/events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
		return socket;
	}

}
