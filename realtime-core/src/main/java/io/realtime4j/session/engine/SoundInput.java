package io.realtime4j.session.engine;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.realtime4j.audio.AudioSource;
import io.realtime4j.model.audio.AudioFormat;
import org.jspecify.annotations.Nullable;

/**
 * Internal input of sound from any source, in the format of the session and at the pace
 * of the source.
 *
 * @since 0.1.0
 */
public final class SoundInput {

	private final SessionEngine<?, ?> engine;

	private final Supplier<@Nullable AudioFormat> format;

	private final Consumer<byte[]> append;

	/**
	 * Create an input.
	 * @param engine the engine of the session
	 * @param format gives the input format of the session, once that is open
	 * @param append takes a piece in that format
	 */
	public SoundInput(SessionEngine<?, ?> engine, Supplier<@Nullable AudioFormat> format, Consumer<byte[]> append) {
		this.engine = engine;
		this.format = format;
		this.append = append;
	}

	/**
	 * Open the session unless that was done before, and give it all that a source holds.
	 * @param source the source, which is closed at the end
	 * @param then what to do when all of it was given
	 * @return completes behind that; fails with what the source throws and with the end
	 * of the session; ends the giving when it is cancelled
	 */
	public CompletableFuture<@Nullable Void> hear(AudioSource source, Runnable then) {
		Hearing hearing = new Hearing(this.engine, source, this.append, then);
		return hearing.begin(this.format);
	}

}
