package io.realtime4j.simulator.session;

import java.util.Map;

import io.realtime4j.simulator.input.ServedInputAudio;
import io.realtime4j.simulator.settings.ServedSessionSettings;
import io.realtime4j.simulator.wire.ProtocolException;
import tools.jackson.databind.node.ObjectNode;

/**
 * The commands that fill, commit and clear the input audio buffer.
 */
final class AudioCommands {

	private static final int MAX_APPEND_LENGTH = 15 * 1024 * 1024 * 4 / 3 + 4;

	private final ServedInputAudio input;

	private final ServedSessionSettings settings;

	AudioCommands(ServedInputAudio input, ServedSessionSettings settings) {
		this.input = input;
		this.settings = settings;
	}

	void addTo(Map<String, Command> commands) {
		commands.put("input_audio_buffer.append", this::append);
		commands.put("session.input_audio_buffer.append", this::append);
		commands.put("input_audio_buffer.commit", (event) -> this.input.commit(this.settings.input()));
		commands.put("input_audio_buffer.clear", (event) -> this.input.clear());
	}

	private void append(ObjectNode event) {
		String audio = Arguments.string(event, "audio");
		if (audio.length() > MAX_APPEND_LENGTH) {
			throw new ProtocolException("string_above_max_length",
					"Invalid 'audio': string too long. Expected a string with maximum length " + MAX_APPEND_LENGTH
							+ ", but got a string with length " + audio.length() + " instead.",
					"audio");
		}
		this.input.append(ItemFactory.decode(audio, "audio"), this.settings.input());
	}

}
