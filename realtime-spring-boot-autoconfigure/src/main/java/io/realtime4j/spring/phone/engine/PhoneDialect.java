package io.realtime4j.spring.phone.engine;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.spring.bridge.connection.BadFrameException;
import io.realtime4j.spring.bridge.connection.CloseReasons;
import io.realtime4j.spring.bridge.connection.PageOutput;
import io.realtime4j.spring.phone.PhoneTransferException;
import org.jspecify.annotations.Nullable;

/**
 * Internal strategy for what one connection of a carrier says. Messages are read one at a
 * time; the other methods are called by any thread, and do not block.
 */
public interface PhoneDialect {

	/**
	 * Return the format of the audio on the line, in both directions: G.711, or PCM at
	 * any rate.
	 * @return the format
	 */
	AudioFormat format();

	/**
	 * Return how much the carrier may be given before it is heard.
	 * @return the number of messages, which are frames of 20 ms and marks between them,
	 * not less than a second has
	 */
	default int maxQueuedMessages() {
		return Integer.MAX_VALUE;
	}

	/**
	 * Return whether the other side answers pings. One that does not is lost when it has
	 * sent nothing for the idle timeout, and not before.
	 * @return whether it does
	 */
	default boolean answersPings() {
		return true;
	}

	/**
	 * Set who is told of marks that come back beside what is read, on any thread. Called
	 * before anything is played.
	 * @param listener is given the names of the marks
	 */
	default void onMark(Consumer<String> listener) {
	}

	/**
	 * Read a message.
	 * @param text the text
	 * @return the message
	 * @throws BadFrameException if it must not come
	 */
	CarrierMessage read(String text);

	/**
	 * Read a binary message.
	 * @param content the content, which is valid during the call
	 * @return the message
	 * @throws BadFrameException if it must not come
	 */
	default CarrierMessage read(ByteBuffer content) {
		throw new BadFrameException(CloseReasons.NO_BINARY);
	}

	/**
	 * Play audio after all that was played before.
	 * @param output leads to the carrier
	 * @param frame 20 ms of audio
	 */
	void play(PageOutput output, byte[] frame);

	/**
	 * Ask to be told when all that was played before has been heard.
	 * @param output leads to the carrier
	 * @param name the name of the mark
	 */
	void mark(PageOutput output, String name);

	/**
	 * Drop what the carrier has queued.
	 * @param output leads to the carrier
	 */
	void clear(PageOutput output);

	/**
	 * Transfer the call to somebody else.
	 * @param target whom to call
	 * @return completes when the carrier does it, within bounds, or fails with
	 * {@link PhoneTransferException}
	 */
	default CompletableFuture<?> transfer(TransferTarget target) {
		return CompletableFuture.failedFuture(new PhoneTransferException(PhoneTransferException.Reason.NOT_SUPPORTED,
				"Calls of this carrier cannot be transferred"));
	}

	/**
	 * Hang up, beyond the end of the connection.
	 * @return completes when it is done or given up, or {@code null} if closing the
	 * connection is all that can be done
	 */
	default @Nullable CompletableFuture<?> hangUp() {
		return null;
	}

	/**
	 * Hang up a call that has lost its connection, or whose session did not begin, unless
	 * it ended. May block if the call did not start.
	 * @return completes when it is done or given up, or {@code null} if nothing is to be
	 * done
	 */
	default @Nullable CompletableFuture<?> abandon() {
		return null;
	}

}
