package io.realtime4j.codec;

import io.realtime4j.audio.AudioData;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes audio as its base64 text.
 */
final class AudioDataSerializer extends StdSerializer<AudioData> {

	AudioDataSerializer() {
		super(AudioData.class);
	}

	@Override
	public void serialize(AudioData audio, JsonGenerator generator, SerializationContext context) {
		generator.writeString(audio.base64());
	}

}
