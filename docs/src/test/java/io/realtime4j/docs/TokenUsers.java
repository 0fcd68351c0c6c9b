package io.realtime4j.docs;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Users who have bearer tokens, and their pages.
 */
final class TokenUsers {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final SecretKey KEY = new SecretKeySpec(
			"a key of thirty-two bytes or more".getBytes(StandardCharsets.UTF_8), "HmacSHA256");

	private final HttpClient http = HttpClient.newHttpClient();

	private final int port;

	private TokenUsers(int port) {
		this.port = port;
	}

	static TokenUsers of(ConfigurableApplicationContext context) {
		return new TokenUsers(context.getEnvironment().getRequiredProperty("local.server.port", int.class));
	}

	static String token(String user, Instant expiry) {
		JwtClaimsSet claims = JwtClaimsSet.builder()
			.subject(user)
			.issuedAt(expiry.minus(Duration.ofDays(1)))
			.expiresAt(expiry)
			.build();
		return new NimbusJwtEncoder(new ImmutableSecret<>(KEY))
			.encode(JwtEncoderParameters.from(JwsHeader.with(MacAlgorithm.HS256).build(), claims))
			.getTokenValue();
	}

	/**
	 * Send a request with a header.
	 */
	HttpResponse<String> send(String method, String path, String header, String value)
			throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.method(method, HttpRequest.BodyPublishers.noBody())
			.header(header, value)
			.build();
		return this.http.send(request, HttpResponse.BodyHandlers.ofString());
	}

	/**
	 * Log in as a page does, and return the cookie that the browser gets.
	 */
	String login(String user) throws IOException, InterruptedException {
		HttpResponse<String> answer = send("POST", "/voice-login", HttpHeaders.AUTHORIZATION,
				"Bearer " + token(user, Instant.now().plusSeconds(3600)));
		assertThat(answer.statusCode()).isEqualTo(204);
		return answer.headers().firstValue(HttpHeaders.SET_COOKIE).orElseThrow();
	}

	/**
	 * Return the status with which a handshake is refused.
	 */
	int refusal(String cookie) {
		try {
			new Page().connect(cookie);
			return 101;
		}
		catch (CompletionException ex) {
			assertThat(ex.getCause()).isInstanceOf(WebSocketHandshakeException.class);
			return ((WebSocketHandshakeException) ex.getCause()).getResponse().statusCode();
		}
	}

	Page page(String cookie) {
		return new Page().connect(cookie.substring(0, cookie.indexOf(';')));
	}

	/**
	 * A page that talks with the bridge.
	 */
	final class Page implements WebSocket.Listener {

		private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();

		private final StringBuilder text = new StringBuilder();

		private @Nullable WebSocket socket;

		private Page connect(String cookie) {
			URI uri = URI.create("ws://127.0.0.1:" + TokenUsers.this.port + "/realtime");
			this.socket = TokenUsers.this.http.newWebSocketBuilder()
				.header(HttpHeaders.COOKIE, cookie)
				.subprotocols("realtime4j.v1")
				.buildAsync(uri, this)
				.join();
			return this;
		}

		JsonNode start(String resume) throws InterruptedException {
			send("{\"type\":\"start\",\"sampleRate\":24000,\"resume\":\"" + resume + "\"}");
			return await("ready");
		}

		Page send(String json) {
			assertThat(this.socket).isNotNull();
			this.socket.sendText(json, true).join();
			return this;
		}

		void vanish() {
			assertThat(this.socket).isNotNull();
			this.socket.abort();
		}

		JsonNode await(String type) throws InterruptedException {
			JsonNode message;
			do {
				message = this.messages.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
				assertThat(message).as("a message of the type '%s'", type).isNotNull();
			}
			while (!type.equals(message.path("type").asString()));
			return message;
		}

		@Override
		public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
			this.text.append(data);
			if (last) {
				this.messages.add(JsonMapper.shared().readTree(this.text.toString()));
				this.text.setLength(0);
			}
			webSocket.request(1);
			return null;
		}

	}

	/**
	 * Believes the tokens of these users, in place of the login server.
	 */
	@Configuration(proxyBeanMethods = false)
	static class LoginServer {

		@Bean
		JwtDecoder decoder() {
			return NimbusJwtDecoder.withSecretKey(KEY).macAlgorithm(MacAlgorithm.HS256).build();
		}

	}

}
