package io.realtime4j.codec;

import java.util.List;
import java.util.stream.Stream;

import io.realtime4j.event.RealtimeMessage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What becomes of a text, and whether all holds that has to hold for any text. Any
 * exception but that of the codec passes through.
 */
final class Hostile {

	private static final int MAX_MESSAGE = 300;

	private Hostile() {
	}

	/**
	 * Return what becomes of a text.
	 */
	static Outcome outcome(EntryPoint entry, String text) {
		RealtimeMessage plain = entry.readPlainly(text);
		RealtimeMessage message;
		try {
			message = entry.read(text);
		}
		catch (RealtimeCodecException ex) {
			checkRefusal(text, plain, ex);
			return Outcome.REFUSED;
		}
		if (!message.equals(plain) && !isAmbiguous(entry, text, message)) {
			throw new IllegalStateException("Read as " + message + ", by plain databind as " + plain);
		}
		checkComesBack(entry, message, text);
		return isUnknown(message) ? Outcome.UNKNOWN : Outcome.TYPED;
	}

	private static boolean isUnknown(RealtimeMessage message) {
		return message.getClass().getSimpleName().startsWith("Unknown");
	}

	private static void checkRefusal(String text, RealtimeMessage plain, RealtimeCodecException ex) {
		if (ex.getMessage().length() > MAX_MESSAGE) {
			throw new IllegalStateException("A message of " + ex.getMessage().length() + " characters", ex);
		}
		JsonText json = JsonText.of(text);
		if (plain != null || (json != null && json.type() != null && json.isModest())) {
			throw new IllegalStateException("Refused, but plain databind reads " + plain, ex);
		}
	}

	private static void checkComesBack(EntryPoint entry, RealtimeMessage message, String text) {
		String written = entry.write(message);
		RealtimeMessage back = entry.read(written);
		boolean same = back.equals(message) && back.hashCode() == message.hashCode();
		if (!same && ((isUnknown(message) && hasMemberTwice(text)) || hasBetaMembers(entry, message))) {
			return;
		}
		if (!same && !JsonDifference.between(normal(entry, message), normal(entry, back)).isEmpty()) {
			throw new IllegalStateException(message + " is written as " + written + " and comes back as " + back);
		}
		if (entry.hasBeta()) {
			checkComesBackFromBeta(entry, message);
		}
	}

	private static void checkComesBackFromBeta(EntryPoint entry, RealtimeMessage message) {
		String written;
		try {
			written = entry.writeBeta(message);
		}
		catch (RealtimeCodecException ex) {
			// Beta has no word for it
			return;
		}
		RealtimeMessage back = entry.read(written);
		if (!back.equals(message) && !hasBetaMembers(entry, message)
				&& !JsonDifference.between(normal(entry, message), normal(entry, back)).isEmpty()) {
			throw new IllegalStateException(message + " is written as " + written + " and comes back as " + back);
		}
	}

	// What a text means that says a member twice is open, and so is how a number is
	// written where a text should be
	private static boolean isAmbiguous(EntryPoint entry, String text, RealtimeMessage message) {
		if (message.equals(entry.readPlainly(escaped(text)))) {
			return true;
		}
		try {
			String normal = Json.read(text).toString();
			return entry.read(normal).equals(entry.readPlainly(normal));
		}
		catch (JacksonException | NumberFormatException ex) {
			return hasMemberTwice(text) || !JsonText.of(text).isModest();
		}
	}

	private static boolean hasMemberTwice(String text) {
		try {
			Json.read(text);
			return false;
		}
		catch (JacksonException ex) {
			return ex.getMessage().contains("Duplicate");
		}
		catch (NumberFormatException ex) {
			return false;
		}
	}

	// What both dialects can say: no settings that are empty, no format without its rate
	// or with a name of beta
	private static JsonNode normal(EntryPoint entry, RealtimeMessage message) {
		JsonNode tree = Json.read(entry.write(message));
		if (isUnknown(message)) {
			return tree;
		}
		for (String part : List.of("session", "response")) {
			if (tree.get(part) instanceof ObjectNode settings && settings.get("audio") instanceof ObjectNode audio) {
				normalize(audio, "input");
				normalize(audio, "output");
				removeIfEmpty(settings, "audio");
			}
		}
		return tree;
	}

	// Settings that have members of both dialects have too many for one of them
	private static boolean hasBetaMembers(EntryPoint entry, RealtimeMessage message) {
		JsonNode tree = Json.read(entry.write(message));
		return Stream.concat(BetaShape.SESSION.moves().stream(), BetaShape.RESPONSE.moves().stream())
			.anyMatch((move) -> tree.path("session").has(move.flat()) || tree.path("response").has(move.flat()));
	}

	private static void normalize(ObjectNode audio, String name) {
		if (audio.get(name) instanceof ObjectNode settings && settings.has("format")) {
			settings.set("format", BetaFormats.toGa(settings.get("format")));
			if (settings.get("format") instanceof ObjectNode format
					&& format.path("type").asString("").equals("audio/pcm") && !format.has("rate")) {
				format.put("rate", 24000);
			}
		}
		removeIfEmpty(audio, name);
	}

	private static void removeIfEmpty(ObjectNode parent, String name) {
		if (parent.get(name) instanceof ObjectNode child && child.isEmpty()) {
			parent.remove(name);
		}
	}

	// No one looks at the base64 of audio, not even for line breaks in it
	private static String escaped(String text) {
		StringBuilder escaped = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			escaped.append((character < ' ') ? "\\u%04x".formatted((int) character) : String.valueOf(character));
		}
		return escaped.toString();
	}

	/**
	 * What becomes of a text.
	 */
	enum Outcome {

		TYPED, UNKNOWN, REFUSED

	}

}
