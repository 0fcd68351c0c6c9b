package io.realtime4j.benchmarks;

import java.util.Base64;

import io.github.sashirestela.cleverclient.util.JsonUtil;
import io.github.sashirestela.openai.domain.realtime.BaseEvent;
import io.github.sashirestela.openai.domain.realtime.ClientEvent;
import io.github.sashirestela.openai.domain.realtime.ServerEvent;
import io.realtime4j.codec.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * Simple OpenAI, as its {@code OpenAIRealtime} handles a message: one call of
 * {@code JsonUtil}. Audio is left to the user, as base64 text. It knows the beta names
 * only.
 */
final class SimpleOpenAiPeer implements Peer {

	@Override
	public Dialect dialect() {
		return Dialect.BETA;
	}

	@Override
	public Object decode(String json) {
		return JsonUtil.jsonToObject(json, BaseEvent.class);
	}

	@Override
	public byte @Nullable [] audio(Object event) {
		return (event instanceof ServerEvent.ResponseAudioDelta delta) ? Base64.getDecoder().decode(delta.getDelta())
				: null;
	}

	@Override
	public String append(byte[] pcm) {
		return JsonUtil.objectToJson(ClientEvent.InputAudioBufferAppend.of(Base64.getEncoder().encodeToString(pcm)));
	}

	@Override
	public boolean understood(Object event) {
		// An unknown type is an exception
		return true;
	}

	@Override
	public @Nullable String text(Object event) {
		if (event instanceof ServerEvent.ResponseTextDelta delta) {
			return delta.getDelta();
		}
		if (event instanceof ServerEvent.ResponseAudioTranscriptDelta delta) {
			return delta.getDelta();
		}
		if (event instanceof ServerEvent.ResponseAudioTranscriptDone done) {
			return done.getTranscript();
		}
		if (event instanceof ServerEvent.ResponseContentPartDone done) {
			return done.getPart().getTranscript();
		}
		if (event instanceof ServerEvent.ResponseOutputItemDone done) {
			return done.getItem().getContent().get(0).getTranscript();
		}
		if (event instanceof ServerEvent.ResponseDone done) {
			return done.getResponse().getOutput().get(0).getContent().get(0).getTranscript();
		}
		return (event instanceof ServerEvent.SessionCreated created) ? created.getSession().getInstructions() : null;
	}

}
