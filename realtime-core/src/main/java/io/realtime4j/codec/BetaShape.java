package io.realtime4j.codec;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Mapping of the members that beta has in another place of an object than GA. Members
 * that are not named here are the same in both.
 */
record BetaShape(List<Move> moves) {

	/**
	 * The settings of a session of the kind {@code realtime}.
	 */
	static final BetaShape SESSION = new BetaShape(List.of(Move.of("modalities", "output_modalities"),
			new Move("input_audio_format", List.of("audio", "input"), "format", true, "input_audio_sampling_rate"),
			Move.of("input_audio_transcription", "audio", "input", "transcription"),
			Move.of("input_audio_noise_reduction", "audio", "input", "noise_reduction"),
			Move.of("turn_detection", "audio", "input", "turn_detection"),
			Move.format("output_audio_format", "audio", "output", "format"),
			Move.of("voice", "audio", "output", "voice"), Move.of("speed", "audio", "output", "speed"),
			Move.of("max_response_output_tokens", "max_output_tokens")));

	/**
	 * A response, as it is asked for and as the server sees it.
	 */
	static final BetaShape RESPONSE = new BetaShape(List.of(Move.of("modalities", "output_modalities"),
			Move.format("output_audio_format", "audio", "output", "format"),
			Move.of("voice", "audio", "output", "voice")));

	private static final Set<String> ENVELOPE = Set.of("type", "event_id");

	/**
	 * Return whether one of these members has another place in GA.
	 */
	boolean isIn(Map<String, JsonNode> members) {
		return !members.isEmpty() && this.moves.stream().anyMatch((move) -> members.containsKey(move.flat()));
	}

	void toGa(ObjectNode object) {
		this.moves.forEach((move) -> move.toGa(object));
	}

	/**
	 * Bring an object into the shape of beta.
	 * @param object the object as GA has it; changed in place
	 * @param told whether a server tells it, so that it may have formats that a client
	 * cannot ask for
	 */
	void toBeta(ObjectNode object, boolean told) {
		this.moves.forEach((move) -> move.toBeta(object, told));
		if (object.get("audio") instanceof ObjectNode audio) {
			removeIfEmpty(audio, "input");
			removeIfEmpty(audio, "output");
			removeIfEmpty(object, "audio");
		}
	}

	/**
	 * Put the settings of a flat {@code transcription_session.created} where the nested
	 * one has them.
	 */
	static void nestTranscriptionSession(ObjectNode event) {
		if (!event.has("session")) {
			ObjectNode session = event.deepCopy();
			session.remove(ENVELOPE);
			event.retain(ENVELOPE);
			event.set("session", session);
		}
	}

	private static void removeIfEmpty(ObjectNode parent, String name) {
		if (parent.get(name) instanceof ObjectNode child && child.isEmpty()) {
			parent.remove(name);
		}
	}

	/**
	 * A member that is flat in beta and has another place in GA.
	 *
	 * @param flat its name in beta
	 * @param parents where it stands in GA
	 * @param name its name in GA
	 * @param isFormat whether it is a format of audio
	 * @param rate the member beside it that says the rate of the format; it stays where
	 * it is
	 */
	record Move(String flat, List<String> parents, String name, boolean isFormat, String rate) {

		static Move of(String flat, String... path) {
			return new Move(flat, List.of(path).subList(0, path.length - 1), path[path.length - 1], false, "");
		}

		static Move format(String flat, String... path) {
			return new Move(flat, List.of(path).subList(0, path.length - 1), path[path.length - 1], true, "");
		}

		void toGa(ObjectNode object) {
			JsonNode value = object.get(this.flat);
			if (value == null || (this.isFormat && BetaFormats.isUnspecified(value))) {
				return;
			}
			ObjectNode parent = object;
			for (String step : this.parents) {
				parent = (parent.get(step) instanceof ObjectNode child) ? child : parent.putObject(step);
			}
			// Some servers say both: the flat one then stays where it is
			if (!parent.has(this.name)) {
				object.remove(this.flat);
				parent.set(this.name, this.isFormat ? BetaFormats.toGa(value, object.path(this.rate)) : value);
			}
		}

		void toBeta(ObjectNode object, boolean told) {
			ObjectNode parent = parent(object);
			JsonNode value = (parent != null) ? parent.remove(this.name) : null;
			if (value != null) {
				object.set(this.flat, this.isFormat ? BetaFormats.toBeta(value, object.path(this.rate), told) : value);
			}
		}

		private @Nullable ObjectNode parent(ObjectNode object) {
			ObjectNode parent = object;
			for (String step : this.parents) {
				if (!(parent.get(step) instanceof ObjectNode child)) {
					return null;
				}
				parent = child;
			}
			return parent;
		}

	}

}
