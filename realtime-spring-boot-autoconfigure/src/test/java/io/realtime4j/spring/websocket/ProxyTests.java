package io.realtime4j.spring.websocket;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.HandshakeRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The transport behind an HTTP proxy.
 */
@Timeout(60)
@ParameterizedClass
@EnumSource(TransportKind.class)
class ProxyTests {

	private static final String CREDENTIALS = Base64.getEncoder()
		.encodeToString("user:secret".getBytes(StandardCharsets.UTF_8));

	private static final Pattern AUTHORIZATION = Pattern
		.compile("\r\nproxy-authorization: Basic " + CREDENTIALS + "\r\n", Pattern.CASE_INSENSITIVE);

	private final @Nullable ProxySelector selector = ProxySelector.getDefault();

	private final @Nullable Authenticator authenticator = Authenticator.getDefault();

	private final TransportKind kind;

	private final TransportFixture fixture;

	private final RawServer server;

	ProxyTests(TransportKind kind) throws IOException {
		this.kind = kind;
		this.fixture = new TransportFixture(kind);
		this.server = RawServer.start((peer) -> {
			peer.accept();
			peer.text("through");
			peer.drain();
		});
	}

	@BeforeEach
	void authenticate() {
		authenticate("secret");
	}

	@AfterEach
	void close() throws IOException {
		ProxySelector.setDefault(this.selector);
		Authenticator.setDefault(this.authenticator);
		this.fixture.close();
		this.server.close();
	}

	private static void authenticate(String password) {
		Authenticator.setDefault(new Authenticator() {

			@Override
			protected @Nullable PasswordAuthentication getPasswordAuthentication() {
				boolean ours = getRequestorType() == RequestorType.PROXY && getRequestingPrompt().equals("office")
						&& getRequestingScheme().equals("Basic");
				return ours ? new PasswordAuthentication("user", password.toCharArray()) : null;
			}

		});
	}

	private static void use(RawServer proxy) {
		ProxySelector.setDefault(new ProxySelector() {

			@Override
			public List<Proxy> select(URI uri) {
				assertThat(uri.getScheme()).isIn("http", "https");
				return List
					.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("127.0.0.1", proxy.port())));
			}

			@Override
			public void connectFailed(URI uri, SocketAddress address, IOException ex) {
			}

		});
	}

	private static void tunnel(RawPeer peer) throws IOException {
		String target = peer.request().split(" ")[1];
		try (Socket upstream = new Socket(Proxy.NO_PROXY)) {
			upstream.connect(new InetSocketAddress("127.0.0.1", Integer.parseInt(target.split(":")[1])));
			peer.respond("HTTP/1.1 200 Connection established");
			RawServer.daemon(() -> copy(upstream, peer));
			pump(peer.in(), upstream.getOutputStream());
		}
	}

	private static void copy(Socket upstream, RawPeer peer) {
		try {
			pump(new DataInputStream(upstream.getInputStream()), peer.out());
		}
		catch (IOException ex) {
			// One side has ended
		}
	}

	private static void pump(InputStream from, OutputStream to) throws IOException {
		byte[] buffer = new byte[8192];
		for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
			to.write(buffer, 0, count);
			to.flush();
		}
	}

	private static void demanding(RawPeer peer) throws IOException {
		if (AUTHORIZATION.matcher(peer.request()).find()) {
			tunnel(peer);
		}
		else {
			peer.respond("HTTP/1.1 407 Proxy Authentication Required\r\n"
					+ "Proxy-Authenticate: Basic realm=\"office\"\r\nContent-Length: 0");
		}
	}

	private ConnectFailed refusal(String problem, boolean permanent) {
		return this.kind.can(Capability.PROXY_CREDENTIALS) ? new ConnectFailed(problem, permanent)
				: new ConnectFailed("it does not answer as a WebSocket server does");
	}

	@Test
	void goesThroughAProxy() throws Exception {
		try (RawServer proxy = RawServer.start(ProxyTests::tunnel)) {
			use(proxy);
			assertThat(this.fixture.connect(this.server.uri()).text()).isEqualTo("through");
			assertThat(proxy.requests()).singleElement()
				.asString()
				.startsWith("CONNECT 127.0.0.1:" + this.server.port() + " HTTP/1.1\r\n")
				.doesNotContain("CANARY", "realtime")
				.doesNotContainIgnoringCase("Proxy-Authorization");
		}
	}

	@Test
	void goesToAHostWithAnUnderscoreInItsName() throws Exception {
		try (RawServer proxy = RawServer.start(ProxyTests::tunnel)) {
			use(proxy);
			URI uri = URI.create(this.server.uri().toString().replace("127.0.0.1", "local_ai"));
			if (!this.kind.can(Capability.ANY_HOST_NAME)) {
				assertThat(this.fixture.connect(uri).end())
					.isEqualTo(new ConnectFailed("the host has a name that only Netty connects to", true));
				assertThat(proxy.connections()).isZero();
				return;
			}
			assertThat(this.fixture.connect(uri).text()).isEqualTo("through");
			assertThat(proxy.requests()).singleElement()
				.asString()
				.startsWith("CONNECT local_ai:" + this.server.port() + " HTTP/1.1\r\n");
			assertThat(this.server.requests()).singleElement()
				.asString()
				.contains("\r\nHost: local_ai:" + this.server.port() + "\r\n");
		}
	}

	@Test
	void goesThroughAProxyThatDemandsCredentials() throws Exception {
		try (RawServer proxy = RawServer.start(ProxyTests::demanding)) {
			use(proxy);
			if (!this.kind.can(Capability.PROXY_CREDENTIALS)) {
				assertThat(this.fixture.connect(this.server.uri()).end()).isEqualTo(refusal("", false));
				assertThat(proxy.requests()).singleElement()
					.asString()
					.doesNotContainIgnoringCase("Proxy-Authorization");
				assertThat(this.server.connections()).isZero();
				return;
			}
			assertThat(this.fixture.connect(this.server.uri()).text()).isEqualTo("through");
			assertThat(proxy.requests()).hasSize(2).noneMatch((request) -> request.contains("CANARY"));
			assertThat(this.server.requests()).singleElement()
				.asString()
				.doesNotContain(CREDENTIALS)
				.doesNotContainIgnoringCase("Proxy-");
		}
	}

	@Test
	void saysThatTheProxyDoesNotTakeTheCredentials() throws Exception {
		authenticate("wrong");
		try (RawServer proxy = RawServer.start(ProxyTests::demanding)) {
			use(proxy);
			assertThat(this.fixture.connect(this.server.uri()).end())
				.isEqualTo(refusal("the proxy does not accept the credentials", true));
			assertThat(this.server.connections()).isZero();
		}
	}

	@Test
	void saysThatTheProxyDemandsCredentials() throws Exception {
		Authenticator.setDefault(null);
		try (RawServer proxy = RawServer.start(ProxyTests::demanding)) {
			use(proxy);
			assertThat(this.fixture.connect(this.server.uri()).end())
				.isEqualTo(refusal("the proxy requires credentials, and there are none", true));
		}
	}

	@Test
	void saysThatTheProxyRefuses() throws Exception {
		try (RawServer proxy = RawServer.start((peer) -> peer.respond("HTTP/1.1 403 Forbidden"))) {
			use(proxy);
			assertThat(this.fixture.connect(this.server.uri()).end())
				.isEqualTo(refusal("the proxy refuses the connection with HTTP status 403", false));
		}
	}

	@Test
	void tellsTheStatusOfTheServerBehindAProxy() throws Exception {
		try (RawServer refusing = RawServer.start((peer) -> peer.respond("HTTP/1.1 401 Unauthorized"));
				RawServer proxy = RawServer.start(ProxyTests::tunnel)) {
			use(proxy);
			assertThat(this.fixture.connect(refusing.uri()).end()).isEqualTo(new HandshakeRefused(401, null));
		}
	}

}
