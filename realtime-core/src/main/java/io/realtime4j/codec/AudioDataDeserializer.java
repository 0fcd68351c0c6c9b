package io.realtime4j.codec;

import io.realtime4j.audio.AudioData;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads audio as its base64 text, without decoding it.
 */
final class AudioDataDeserializer extends ValueDeserializer<AudioData> {

	@Override
	public AudioData deserialize(JsonParser parser, DeserializationContext context) {
		if (parser.currentToken() != JsonToken.VALUE_STRING) {
			return (AudioData) context.handleUnexpectedToken(AudioData.class, parser);
		}
		return AudioData.ofBase64(parser.getString());
	}

}
