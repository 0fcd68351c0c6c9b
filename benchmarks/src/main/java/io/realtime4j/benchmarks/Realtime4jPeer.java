package io.realtime4j.benchmarks;

import java.util.List;
import java.util.Objects;

import io.realtime4j.audio.AudioData;
import io.realtime4j.codec.Dialect;
import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.event.client.InputAudioBufferAppend;
import io.realtime4j.event.server.ResponseContentPartDone;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ResponseOutputAudioDelta;
import io.realtime4j.event.server.ResponseOutputAudioTranscriptDelta;
import io.realtime4j.event.server.ResponseOutputAudioTranscriptDone;
import io.realtime4j.event.server.ResponseOutputItemDone;
import io.realtime4j.event.server.ResponseOutputTextDelta;
import io.realtime4j.event.server.SessionCreated;
import io.realtime4j.event.server.UnknownServerEvent;
import io.realtime4j.model.content.AudioPart;
import io.realtime4j.model.content.ContentPart;
import io.realtime4j.model.content.OutputAudio;
import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.session.RealtimeSessionSettings;
import org.jspecify.annotations.Nullable;

/**
 * This project's codec.
 */
final class Realtime4jPeer implements Peer {

	private final RealtimeCodec codec = RealtimeCodec.create();

	@Override
	public Dialect dialect() {
		return Dialect.GA;
	}

	@Override
	public Object decode(String json) {
		return this.codec.decodeServerEvent(json);
	}

	@Override
	public byte @Nullable [] audio(Object event) {
		return (event instanceof ResponseOutputAudioDelta delta) ? delta.delta().bytes() : null;
	}

	@Override
	public String append(byte[] pcm) {
		return this.codec.encode(InputAudioBufferAppend.of(AudioData.wrap(pcm)));
	}

	@Override
	public boolean understood(Object event) {
		return !(event instanceof UnknownServerEvent);
	}

	@Override
	public @Nullable String text(Object event) {
		if (event instanceof ResponseOutputTextDelta delta) {
			return delta.delta();
		}
		if (event instanceof ResponseOutputAudioTranscriptDelta delta) {
			return delta.delta();
		}
		if (event instanceof ResponseOutputAudioTranscriptDone done) {
			return done.transcript();
		}
		if (event instanceof ResponseContentPartDone done && done.part() instanceof AudioPart part) {
			return part.transcript();
		}
		if (event instanceof ResponseOutputItemDone done) {
			return text(done.item());
		}
		if (event instanceof ResponseDone done) {
			return text(Objects.requireNonNullElse(done.response().output(), List.<Item>of()).get(0));
		}
		return (event instanceof SessionCreated created
				&& created.session() instanceof RealtimeSessionSettings settings) ? settings.instructions() : null;
	}

	private static @Nullable String text(Item item) {
		List<ContentPart> content = (item instanceof AssistantMessage message) ? message.content() : null;
		return (content != null && content.get(0) instanceof OutputAudio part) ? part.transcript() : null;
	}

}
