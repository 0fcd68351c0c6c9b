package io.realtime4j.session;

import java.util.Objects;

import io.realtime4j.model.response.ResponseSettings;

/**
 * Greeting with which the model speaks first, before the user has said anything. It is
 * requested by one {@code response.create} once the server has acknowledged the settings,
 * before everything else that is queued, and not again after a reconnect.
 * <pre class="code">
 * client.open((spec) -&gt; spec.greeting(Greeting.ofInstructions("Welcome the guest " + guest)));
 * </pre>
 *
 * @param response the response to ask for
 * @since 0.1.0
 */
public record Greeting(ResponseSettings response) {

	/**
	 * Create a new {@link Greeting} instance.
	 */
	public Greeting {
		Objects.requireNonNull(response, "'response' must not be null");
	}

	/**
	 * Return a greeting in the model's own words.
	 * @param instructions what to say and how; they stand in for the instructions of the
	 * session in this one response
	 * @return the greeting
	 */
	public static Greeting ofInstructions(String instructions) {
		return new Greeting(ResponseSettings.builder().instructions(instructions).build());
	}

	/**
	 * Return a greeting with a fixed text.
	 * @param text the words
	 * @return the greeting
	 * @see ResponseSettings.Builder#verbatim(String)
	 */
	public static Greeting ofText(String text) {
		return new Greeting(ResponseSettings.builder().verbatim(text).build());
	}

}
