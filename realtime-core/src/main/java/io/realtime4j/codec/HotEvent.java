package io.realtime4j.codec;

import java.util.function.Function;
import java.util.function.Predicate;

import io.realtime4j.audio.Base64Audio;
import org.jspecify.annotations.Nullable;

/**
 * An event that comes so often that it has a fast path, and how it is read.
 *
 * @param <E> the events
 * @param start how its text begins: with its type
 * @param reader reads the members behind the type; if the cursor gave up, what it answers
 * is of no meaning
 * @since 0.1.0
 */
public record HotEvent<E>(String start, Function<MemberCursor, E> reader) {

	/**
	 * Return the fast path of an event.
	 * @param <E> the events
	 * @param type the type of the event
	 * @param reader reads the members behind the type
	 * @return the fast path
	 */
	public static <E> HotEvent<E> of(String type, Function<MemberCursor, E> reader) {
		return new HotEvent<>("{\"type\":\"" + type + "\"", reader);
	}

	/**
	 * Read an event.
	 * @param json the text of any event
	 * @param base64 reads audio
	 * @return the event, or {@code null} if it is another one or has another form
	 */
	@Nullable E read(String json, Base64Audio base64) {
		return read(json, base64, MemberCursor::isComplete);
	}

	/**
	 * Read an event that has its own members and no others.
	 * @param json the text of any event
	 * @param base64 reads audio
	 * @return the event, or {@code null} if it is another one or has another form
	 */
	@Nullable E readExactly(String json, Base64Audio base64) {
		return read(json, base64, MemberCursor::isAtEnd);
	}

	private @Nullable E read(String json, Base64Audio base64, Predicate<MemberCursor> end) {
		if (!json.startsWith(this.start)) {
			return null;
		}
		MemberCursor cursor = new MemberCursor(json, this.start.length(), base64);
		E event = this.reader.apply(cursor);
		return end.test(cursor) ? event : null;
	}

}
