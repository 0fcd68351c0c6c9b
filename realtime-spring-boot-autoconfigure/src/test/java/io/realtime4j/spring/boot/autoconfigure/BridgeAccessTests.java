package io.realtime4j.spring.boot.autoconfigure;

import java.util.List;
import java.util.function.ObjIntConsumer;

import io.realtime4j.spring.boot.autoconfigure.rest.RealtimeRestAutoConfiguration;
import io.realtime4j.spring.bridge.BridgeAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for who reaches the bridge, with {@link BridgeAccess}.
 */
@ExtendWith(OutputCaptureExtension.class)
class BridgeAccessTests {

	private static final String SECRET = "/realtime/client-secret";

	private static final String FILE = "/realtime/realtime-client.js";

	private final BridgeServer server = new BridgeServer();

	private final WebApplicationContextRunner runner = this.server.runner()
		.withConfiguration(AutoConfigurations.of(RealtimeRestAutoConfiguration.class))
		// Nobody answers there: what comes so far is a bad gateway
		.withPropertyValues("realtime.base-url=http://127.0.0.1:1/v1", "realtime.bridge.client-secret.enabled=true",
				"realtime.bridge.requests-per-minute=1000", "realtime.bridge.max-sessions=1000",
				"realtime.bridge.max-sessions-per-address=1000");

	@Test
	void originThatIsNoneIsRefusedWithoutNoise(CapturedOutput output) {
		WebApplicationContextRunner open = this.runner
			.withPropertyValues("realtime.bridge.allowed-origins=https://www.example.com");
		for (WebApplicationContextRunner each : List.of(this.runner, open)) {
			withPort(each, (local, port) -> {
				int before = output.length();
				for (String origin : List.of("http://[::1", "http://exa mple.com", "http://a:b", "://", "%",
						"http://%zz", "http://a:99999999999", "https://www.example.com https://evil.example.com",
						"http://\u00e4[", "null")) {
					assertThat(handshake(local).header("Origin", origin).send(port)).as(origin).isEqualTo(403);
					assertThat(post(local).header("Origin", origin).send(port)).as(origin).isEqualTo(403);
					assertThat(file(local).header("Origin", origin).send(port)).as(origin).isIn(200, 403);
				}
				assertThat(output.toString().substring(before)).doesNotContain("Exception", "ERROR", "WARN", "\tat ");
			});
		}
	}

	@Test
	void secondOriginIsRefused() {
		withPort(this.runner,
				(local, port) -> assertThat(handshake(local).header("Origin", "http://" + local)
					.header("Origin", "https://evil.example.com")
					.send(port)).isEqualTo(403));
	}

	@Test
	void pageThatGivesItsOwnNameTheAddressOfThisMachineIsRefused(CapturedOutput output) {
		withPort(this.runner, (local, port) -> {
			String evil = "evil.example.com:" + port;
			for (int i = 0; i < 3; i++) {
				assertThat(handshake(evil).header("Origin", "http://" + evil).send(port)).isEqualTo(403);
				assertThat(post(evil).header("Origin", "http://" + evil).send(port)).isEqualTo(403);
				assertThat(file(evil).send(port)).isEqualTo(403);
			}
			// Headers of a request that is no handshake are written by the page
			assertThat(post(evil).header("Origin", "http://" + evil).header("X-Forwarded-For", "192.0.2.1").send(port))
				.isEqualTo(403);
			// Once for each kind of request, however many there are
			assertThat(output.toString()
				.lines()
				.filter((line) -> line.endsWith("Refused a request to the host 'evil.example.com'. If this is a name of"
						+ " the server, set realtime.bridge.allowed-hosts")))
				.hasSize(3);
		});
	}

	@Test
	void localNamesAndAddressesAreTaken() {
		withPort(this.runner, (local, port) -> {
			for (String host : List.of("localhost", "localhost.", "app.localhost", "127.0.0.1", "192.0.2.7", "[::1]",
					"[2001:db8::7]")) {
				String origin = "http://" + host + ":" + port;
				assertThat(handshake(host + ":" + port).header("Origin", origin).send(port)).as(host).isEqualTo(101);
				assertThat(post(host + ":" + port).header("Origin", origin).send(port)).as(host).isEqualTo(502);
				assertThat(file(host + ":" + port).send(port)).as(host).isEqualTo(200);
				assertThat(handshake(host + ":" + port).header("Origin", "http://evil.example.com").send(port))
					.isEqualTo(403);
			}
		});
	}

	@Test
	void proxyOnThisMachineMayNameAnything() {
		withPort(this.runner, (local, port) -> {
			for (String header : List.of("Forwarded", "X-Forwarded-For", "x-forwarded-host")) {
				assertThat(handshake("www.example.com").header(header, "for=192.0.2.1")
					.header("Origin", "http://www.example.com")
					.send(port)).as(header).isEqualTo(101);
			}
		});
	}

	@Test
	void headersThatTheApplicationResolvesCountForAllRequests() {
		for (String strategy : List.of("native", "framework")) {
			withPort(this.runner.withPropertyValues("server.forward-headers-strategy=" + strategy), (local, port) -> {
				RawRequest proxied = post("www.example.com").header("X-Forwarded-For", "192.0.2.1")
					.header("X-Forwarded-Proto", "https")
					.header("X-Forwarded-Host", "www.example.com")
					.header("X-Forwarded-Port", "443")
					.header("Origin", "https://www.example.com");
				assertThat(proxied.send(port)).as(strategy).isEqualTo(502);
			});
		}
	}

	@Test
	void applicationSaysWhatItsNamesAre() {
		withPort(this.runner.withPropertyValues("realtime.bridge.allowed-hosts=WWW.example.com,*.example.org,[::1]"),
				(local, port) -> {
					for (String host : List.of("www.example.com", "a.b.example.org", "[::1]")) {
						assertThat(handshake(host).send(port)).as(host).isEqualTo(101);
						assertThat(post(host).send(port)).as(host).isEqualTo(502);
						assertThat(file(host).send(port)).as(host).isEqualTo(200);
					}
					for (String host : List.of("example.com", "example.org", "evilexample.org", local)) {
						assertThat(handshake(host).header("X-Forwarded-For", "192.0.2.1").send(port)).as(host)
							.isEqualTo(403);
						assertThat(post(host).send(port)).as(host).isEqualTo(403);
					}
				});
		withPort(this.runner.withPropertyValues("realtime.bridge.allowed-hosts=*"),
				(local, port) -> assertThat(handshake("any.example.com").send(port)).isEqualTo(101));
	}

	private void withPort(WebApplicationContextRunner runner, ObjIntConsumer<String> test) {
		runner.run((context) -> test.accept("127.0.0.1:" + BridgeServer.port(context), BridgeServer.port(context)));
	}

	private static RawRequest handshake(String host) {
		return RawRequest.handshake("/realtime").header("Host", host);
	}

	private static RawRequest post(String host) {
		return RawRequest.post(SECRET).header("Host", host);
	}

	private static RawRequest file(String host) {
		return RawRequest.get(FILE).header("Host", host);
	}

}
