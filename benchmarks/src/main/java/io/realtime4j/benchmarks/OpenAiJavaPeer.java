package io.realtime4j.benchmarks;

import java.io.IOException;
import java.util.Base64;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.openai.core.ObjectMappers;
import com.openai.models.realtime.InputAudioBufferAppendEvent;
import com.openai.models.realtime.RealtimeClientEvent;
import com.openai.models.realtime.RealtimeConversationItemAssistantMessage;
import com.openai.models.realtime.RealtimeServerEvent;
import io.realtime4j.codec.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * The official client, as its {@code RealtimeConnection} accepts a message: the same
 * mapper walks the tokens of the envelope, then binds the event, and the length in UTF-8
 * is counted for the limit of the queue. Audio is left to the user, as base64 text. The
 * queue and its lock are left out.
 */
final class OpenAiJavaPeer implements Peer {

	private final JsonMapper mapper = ObjectMappers.jsonMapper();

	private final ObjectReader reader = this.mapper.readerFor(RealtimeServerEvent.class)
		.with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

	private long queuedBytes;

	@Override
	public Dialect dialect() {
		return Dialect.GA;
	}

	@Override
	public Object decode(String json) throws IOException {
		checkEnvelope(json);
		RealtimeServerEvent event = this.reader.readValue(json);
		this.queuedBytes += utf8Size(json);
		return event;
	}

	@Override
	public byte @Nullable [] audio(Object event) {
		RealtimeServerEvent serverEvent = (RealtimeServerEvent) event;
		return (serverEvent.isResponseOutputAudioDelta())
				? Base64.getDecoder().decode(serverEvent.asResponseOutputAudioDelta().delta()) : null;
	}

	@Override
	public String append(byte[] pcm) throws JsonProcessingException {
		InputAudioBufferAppendEvent event = InputAudioBufferAppendEvent.builder()
			.audio(Base64.getEncoder().encodeToString(pcm))
			.build();
		return this.mapper.writeValueAsString(RealtimeClientEvent.ofInputAudioBufferAppend(event));
	}

	@Override
	public boolean understood(Object event) {
		return ((RealtimeServerEvent) event).isValid() && this.queuedBytes > 0;
	}

	@Override
	public @Nullable String text(Object event) {
		RealtimeServerEvent serverEvent = (RealtimeServerEvent) event;
		if (serverEvent.isResponseOutputTextDelta()) {
			return serverEvent.asResponseOutputTextDelta().delta();
		}
		if (serverEvent.isResponseOutputAudioTranscriptDelta()) {
			return serverEvent.asResponseOutputAudioTranscriptDelta().delta();
		}
		if (serverEvent.isResponseOutputAudioTranscriptDone()) {
			return serverEvent.asResponseOutputAudioTranscriptDone().transcript();
		}
		if (serverEvent.isResponseContentPartDone()) {
			return serverEvent.asResponseContentPartDone().part().transcript().orElse(null);
		}
		if (serverEvent.isResponseOutputItemDone()) {
			return text(serverEvent.asResponseOutputItemDone().item().asRealtimeConversationItemAssistantMessage());
		}
		if (serverEvent.isResponseDone()) {
			return text(serverEvent.asResponseDone()
				.response()
				.output()
				.orElseThrow()
				.get(0)
				.asRealtimeConversationItemAssistantMessage());
		}
		return (serverEvent.isSessionCreated())
				? serverEvent.asSessionCreated().session().asRealtimeSessionCreateRequest().instructions().orElse(null)
				: null;
	}

	private static @Nullable String text(RealtimeConversationItemAssistantMessage message) {
		return message.content().get(0).transcript().orElse(null);
	}

	private void checkEnvelope(String json) throws IOException {
		try (JsonParser parser = this.mapper.getFactory().createParser(json)) {
			boolean valid = parser.nextToken() == JsonToken.START_OBJECT;
			boolean validType = false;
			while (valid && parser.nextToken() == JsonToken.FIELD_NAME) {
				String name = parser.currentName();
				JsonToken token = parser.nextToken();
				if ("type".equals(name)) {
					validType = token == JsonToken.VALUE_STRING;
				}
				parser.skipChildren();
			}
			if (!validType || parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
				throw new IllegalArgumentException("Invalid event");
			}
		}
	}

	private static long utf8Size(String text) {
		long bytes = 0;
		int index = 0;
		while (index < text.length()) {
			char character = text.charAt(index++);
			if (character < 0x80) {
				bytes++;
			}
			else if (character < 0x800) {
				bytes += 2;
			}
			else if (!Character.isSurrogate(character)) {
				bytes += 3;
			}
			else if (Character.isHighSurrogate(character) && index < text.length()
					&& Character.isLowSurrogate(text.charAt(index))) {
				index++;
				bytes += 4;
			}
			else {
				bytes++;
			}
		}
		return bytes;
	}

}
