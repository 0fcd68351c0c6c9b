package io.realtime4j.benchmarks;

import java.io.IOException;
import java.util.Base64;
import java.util.List;

import com.azure.ai.voicelive.models.ClientEventInputAudioBufferAppend;
import com.azure.ai.voicelive.models.ResponseAudioContentPart;
import com.azure.ai.voicelive.models.SessionResponseItem;
import com.azure.ai.voicelive.models.SessionResponseMessageItem;
import com.azure.ai.voicelive.models.SessionUpdate;
import com.azure.ai.voicelive.models.SessionUpdateResponseAudioDelta;
import com.azure.ai.voicelive.models.SessionUpdateResponseAudioTranscriptDelta;
import com.azure.ai.voicelive.models.SessionUpdateResponseAudioTranscriptDone;
import com.azure.ai.voicelive.models.SessionUpdateResponseContentPartDone;
import com.azure.ai.voicelive.models.SessionUpdateResponseDone;
import com.azure.ai.voicelive.models.SessionUpdateResponseOutputItemDone;
import com.azure.ai.voicelive.models.SessionUpdateResponseTextDelta;
import com.azure.ai.voicelive.models.SessionUpdateSessionCreated;
import com.azure.ai.voicelive.models.VoiceLiveContentPart;
import com.azure.core.util.serializer.JacksonAdapter;
import com.azure.core.util.serializer.SerializerAdapter;
import com.azure.core.util.serializer.SerializerEncoding;
import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import io.realtime4j.codec.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * The client of Azure's Voice Live, as its {@code VoiceLiveSessionAsyncClient} parses a
 * message. What comes before (a copy of the bytes, their text) and around it (a change of
 * thread for each event) is left out. It knows the beta names only, and no limits.
 */
final class VoiceLivePeer implements Peer {

	private final SerializerAdapter serializer = JacksonAdapter.createDefaultSerializerAdapter();

	@Override
	public Dialect dialect() {
		return Dialect.BETA;
	}

	@Override
	@SuppressWarnings("resource")
	public Object decode(String json) throws IOException {
		// The client does not close its readers
		JsonReader reader = JsonProviders.createReader(json);
		return SessionUpdate.fromJson(reader);
	}

	@Override
	public byte @Nullable [] audio(Object event) {
		return (event instanceof SessionUpdateResponseAudioDelta delta) ? delta.getDelta() : null;
	}

	@Override
	public String append(byte[] pcm) throws IOException {
		String audio = Base64.getEncoder().encodeToString(pcm);
		return this.serializer.serialize(new ClientEventInputAudioBufferAppend(audio), SerializerEncoding.JSON);
	}

	@Override
	public boolean understood(Object event) {
		return event.getClass() != SessionUpdate.class
				|| "rate_limits.updated".equals(((SessionUpdate) event).getType().toString());
	}

	@Override
	public @Nullable String text(Object event) {
		if (event instanceof SessionUpdateResponseTextDelta delta) {
			return delta.getDelta();
		}
		if (event instanceof SessionUpdateResponseAudioTranscriptDelta delta) {
			return delta.getDelta();
		}
		if (event instanceof SessionUpdateResponseAudioTranscriptDone done) {
			return done.getTranscript();
		}
		if (event instanceof SessionUpdateResponseContentPartDone done) {
			return text(List.of(done.getPart()));
		}
		if (event instanceof SessionUpdateResponseOutputItemDone done) {
			return text(done.getItem());
		}
		if (event instanceof SessionUpdateResponseDone done) {
			return text(done.getResponse().getOutput().get(0));
		}
		return (event instanceof SessionUpdateSessionCreated created) ? created.getSession().getInstructions() : null;
	}

	private static @Nullable String text(SessionResponseItem item) {
		return (item instanceof SessionResponseMessageItem message) ? text(message.getContent()) : null;
	}

	private static @Nullable String text(List<VoiceLiveContentPart> content) {
		return (content.get(0) instanceof ResponseAudioContentPart part) ? part.getTranscript() : null;
	}

}
