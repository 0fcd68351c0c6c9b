package io.realtime4j.benchmarks.load.client;

import java.util.Map;
import java.util.function.Consumer;

import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.process.SelfSigned;
import org.jspecify.annotations.Nullable;

/**
 * Makes the clients that open many sessions.
 */
final class SessionClients {

	/**
	 * The text buffer of an idle session of bare Spring, in characters.
	 */
	private static final int TEXT_BUFFER = 8 * 1024;

	private SessionClients() {
	}

	/**
	 * Create the client that the options name.
	 * @param options {@code --contestant}, {@code --url}, {@code --tls},
	 * {@code --virtual}
	 * @param texts takes the texts of bare Spring
	 * @param listeners beans with listeners, for this project
	 * @return the client
	 */
	static LoadClient create(Options options, Consumer<String> texts, Object... listeners) {
		String keyStore = options.text("tls", "");
		@Nullable SelfSigned tls = (keyStore.isEmpty()) ? null : SelfSigned.load(keyStore);
		Contestant contestant = Contestant.valueOf(options.text("contestant"));
		return switch (contestant) {
			case REALTIME4J, REALTIME4J_SPRING ->
				StarterClient.start(options.uri("url"), tls, Map.of("spring.threads.virtual.enabled",
						options.flag("virtual"), "realtime.transport", contestant.transport()), listeners);
			case SPRING -> new SpringClient(options.uri("url"), tls, TEXT_BUFFER, texts);
			default -> throw new IllegalArgumentException(contestant.title() + " opens no more than one session");
		};
	}

	static void ignore(String text) {
	}

}
