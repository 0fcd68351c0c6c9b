package io.realtime4j.spring.bridge.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

import io.realtime4j.spring.bridge.connection.BadFrameException;
import io.realtime4j.spring.bridge.connection.CloseReasons;
import org.jspecify.annotations.Nullable;

/**
 * Frames that a page sends while its session is being looked for. Of the microphone the
 * last seconds are kept, of commands no more than a person gives meanwhile. Not
 * thread-safe.
 */
final class EarlyFrames {

	static final int MAX_COMMANDS = 32;

	/**
	 * Words that are older belong to no answer.
	 */
	static final int MAX_AUDIO_SECONDS = 2;

	private static final int BYTES_PER_SAMPLE = 2;

	/**
	 * The place of an empty frame in memory is not empty.
	 */
	private static final int FRAME_OVERHEAD = 64;

	private final Deque<Frame> frames = new ArrayDeque<>();

	private final long maxAudio;

	private long audio;

	private int commands;

	EarlyFrames(int sampleRate) {
		this.maxAudio = (long) MAX_AUDIO_SECONDS * BYTES_PER_SAMPLE * sampleRate;
	}

	/**
	 * Keep a command.
	 * @param command the command
	 * @throws BadFrameException if there are too many
	 */
	void add(PageCommand command) {
		this.commands++;
		if (this.commands > MAX_COMMANDS) {
			throw new BadFrameException(CloseReasons.TOO_MANY_COMMANDS);
		}
		this.frames.add(new Frame(command, null));
	}

	/**
	 * Keep a piece of audio, in place of the oldest ones if there are too many.
	 * @param pcm16 the samples
	 */
	void add(byte[] pcm16) {
		Frame added = new Frame(null, pcm16);
		this.frames.add(added);
		this.audio += added.size();
		while (this.audio > this.maxAudio && dropOldest()) {
			// Until the rest fits
		}
	}

	private boolean dropOldest() {
		for (Frame frame : this.frames) {
			if (frame.pcm16() != null) {
				this.audio -= frame.size();
				return this.frames.remove(frame);
			}
		}
		return false;
	}

	/**
	 * Hand on what was kept, in order, and keep nothing of it.
	 * @param heard takes pieces of audio
	 * @param given takes commands
	 */
	void drain(Consumer<byte[]> heard, Consumer<PageCommand> given) {
		for (Frame frame = this.frames.poll(); frame != null; frame = this.frames.poll()) {
			if (frame.pcm16() != null) {
				heard.accept(frame.pcm16());
			}
			else if (frame.command() != null) {
				given.accept(frame.command());
			}
		}
	}

	/**
	 * A frame, which is equal to itself alone.
	 */
	private static final class Frame {

		private final @Nullable PageCommand command;

		private final byte @Nullable [] pcm16;

		Frame(@Nullable PageCommand command, byte @Nullable [] pcm16) {
			this.command = command;
			this.pcm16 = pcm16;
		}

		@Nullable PageCommand command() {
			return this.command;
		}

		byte @Nullable [] pcm16() {
			return this.pcm16;
		}

		long size() {
			return (this.pcm16 != null) ? (long) this.pcm16.length + FRAME_OVERHEAD : 0;
		}

	}

}
