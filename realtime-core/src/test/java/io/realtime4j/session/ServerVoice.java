package io.realtime4j.session;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How much a scripted server says of what a test has it say: all, nothing, or less.
 */
@FunctionalInterface
public interface ServerVoice {

	/**
	 * Return what is said of an event.
	 * @param text the event that a test has the server send
	 * @return the event as it is sent, or {@code null} if the server leaves it out
	 */
	@Nullable String say(String text);

	/**
	 * Say the rest of this voice through another one.
	 * @param next what says less of it
	 * @return both
	 */
	default ServerVoice and(ServerVoice next) {
		return (text) -> {
			String said = say(text);
			return (said != null) ? next.say(said) : null;
		};
	}

	// A server that says all
	static ServerVoice full() {
		return (text) -> text;
	}

	// A server that says nothing any more
	static ServerVoice silent() {
		return (text) -> null;
	}

	// A server that leaves out all events of these types
	static ServerVoice without(String... types) {
		Set<String> left = Set.of(types);
		return (text) -> left.contains(JsonMapper.shared().readTree(text).path("type").asString("")) ? null : text;
	}

}
