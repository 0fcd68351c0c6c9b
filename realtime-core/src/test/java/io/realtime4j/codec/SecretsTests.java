package io.realtime4j.codec;

import java.util.stream.Stream;

import io.realtime4j.event.RealtimeMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the text form of events that carry secrets.
 */
class SecretsTests {

	private static final String SECRET = "s3cret-of-the-customer";

	private static final RealtimeCodec CODEC = RealtimeCodec.create();

	@ParameterizedTest
	@MethodSource("eventsWithSecrets")
	void secretDoesNotShowInTextForm(String text) {
		for (RealtimeMessage event : new RealtimeMessage[] { CODEC.decodeServerEvent(Json.quoted(text)),
				CODEC.decodeClientEvent(Json.quoted(text)) }) {
			assertThat(CODEC.encode(event)).contains(SECRET);
			assertThat(event.toString()).doesNotContain(SECRET);
		}
	}

	private static Stream<String> eventsWithSecrets() {
		String tools = "{'type': '%s', 'session': {'type': 'realtime', 'tools': [%s]}}";
		String secret = "{'value': '%s', 'expires_at': 1}".formatted(SECRET);
		String authorization = "{'type': 'mcp', 'server_label': 's', 'authorization': '%s'}".formatted(SECRET);
		String headers = "{'type': 'mcp', 'server_label': 's', 'headers': {'X-Key': '%s'}}".formatted(SECRET);
		String noLabel = "{'type': 'mcp', 'authorization': '%s'}".formatted(SECRET);
		String newTool = "{'type': 'vault', 'password': '%s'}".formatted(SECRET);
		return Stream.concat(
				Stream.of(authorization, headers, noLabel, newTool)
					.flatMap((tool) -> Stream.of(tools.formatted("session.update", tool),
							tools.formatted("session.updated", tool))),
				Stream.of("{'type': 'session.created', 'session': {'client_secret': %s}}".formatted(secret),
						"{'type': 'session.created', 'session': {'type': 'new', 'client_secret': %s}}"
							.formatted(secret),
						"{'type': 'session.shiny', 'client_secret': %s}".formatted(secret),
						"{'type': 'transcription_session.created', 'client_secret': %s}".formatted(secret),
						"{'type': 'response.create', 'response': {'tools': [%s]}}".formatted(authorization)));
	}

}
