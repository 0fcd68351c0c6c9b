package io.realtime4j.benchmarks;

import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.realtime4j.benchmarks.PlainModel.ContentPart;
import io.realtime4j.benchmarks.PlainModel.Item;
import io.realtime4j.benchmarks.PlainModel.Message;
import io.realtime4j.benchmarks.PlainModel.Speech;
import io.realtime4j.codec.Dialect;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Jackson 3 alone: one mapper, one reader, hand-written records ({@link PlainEvent}).
 * Audio is base64 text in them, since the JDK turns it into bytes faster than Jackson
 * does.
 */
final class DatabindPeer implements Peer {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.changeDefaultPropertyInclusion((value) -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
		.build();

	private final ObjectReader reader = MAPPER.readerFor(PlainEvent.class);

	private final ObjectWriter writer = MAPPER.writerFor(PlainEvent.class);

	@Override
	public Dialect dialect() {
		return Dialect.GA;
	}

	@Override
	public Object decode(String json) {
		return this.reader.readValue(json);
	}

	@Override
	public byte @Nullable [] audio(Object event) {
		return (event instanceof PlainEvent.AudioDelta delta) ? Base64.getDecoder().decode(delta.delta()) : null;
	}

	@Override
	public String append(byte[] pcm) {
		return this.writer.writeValueAsString(new PlainEvent.Append(null, Base64.getEncoder().encodeToString(pcm)));
	}

	@Override
	public boolean understood(Object event) {
		// An unknown type is an exception
		return true;
	}

	@Override
	public @Nullable String text(Object event) {
		if (event instanceof PlainEvent.TextDelta delta) {
			return delta.delta();
		}
		if (event instanceof PlainEvent.TranscriptDelta delta) {
			return delta.delta();
		}
		if (event instanceof PlainEvent.TranscriptDone done) {
			return done.transcript();
		}
		if (event instanceof PlainEvent.PartDone done) {
			return text(List.of(done.part()));
		}
		if (event instanceof PlainEvent.ItemDone done) {
			return text(done.item());
		}
		if (event instanceof PlainEvent.ResponseDone done && done.response().output() != null) {
			return text(done.response().output().get(0));
		}
		return (event instanceof PlainEvent.SessionCreated created) ? created.session().instructions() : null;
	}

	private static @Nullable String text(Item item) {
		return (item instanceof Message message && message.content() != null) ? text(message.content()) : null;
	}

	private static @Nullable String text(List<ContentPart> content) {
		return (content.get(0) instanceof Speech speech) ? speech.transcript() : null;
	}

}
