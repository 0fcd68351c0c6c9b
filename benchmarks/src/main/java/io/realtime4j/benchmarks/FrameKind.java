package io.realtime4j.benchmarks;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.codec.Dialect;

/**
 * The frames that are measured.
 */
public enum FrameKind {

	/**
	 * A tenth of a second of speech.
	 */
	AUDIO_4800,

	/**
	 * A second of speech.
	 */
	AUDIO_48000,

	/**
	 * A piece of written answer.
	 */
	TEXT,

	/**
	 * A piece of the transcript of a spoken answer.
	 */
	TRANSCRIPT,

	/**
	 * The first event of a session, with its settings.
	 */
	SESSION_CREATED,

	/**
	 * The end of an answer, with its items and usage.
	 */
	RESPONSE_DONE,

	/**
	 * One spoken answer of five seconds.
	 */
	MIX;

	private static final int VARIANTS = 16;

	private static final int PIECES = 25;

	/**
	 * Return how many frames one operation reads.
	 * @return all frames of the mix, one of the others
	 */
	int framesPerOperation() {
		return (this == MIX) ? 10 + 3 * PIECES : 1;
	}

	/**
	 * Create frames of this kind, the same at each call. Those of a single kind differ in
	 * their ids and payload, so that nobody is measured on one text alone.
	 * @param dialect the dialect in which the server speaks
	 * @return the frames
	 */
	List<Frame> create(Dialect dialect) {
		FrameFactory factory = new FrameFactory(dialect);
		if (this == MIX) {
			return spokenAnswer(factory);
		}
		List<Frame> frames = new ArrayList<>();
		for (int i = 0; i < VARIANTS; i++) {
			frames.add(single(factory));
		}
		return frames;
	}

	private Frame single(FrameFactory factory) {
		return switch (this) {
			case AUDIO_4800 -> factory.audio(4_800);
			case AUDIO_48000 -> factory.audio(48_000);
			case TEXT -> factory.words("response.output_text.delta");
			case TRANSCRIPT -> factory.words("response.output_audio_transcript.delta");
			case SESSION_CREATED -> factory.sessionCreated();
			case RESPONSE_DONE -> factory.withTranscript("response.done");
			case MIX -> throw new IllegalStateException("A mix is not a single frame");
		};
	}

	private static List<Frame> spokenAnswer(FrameFactory factory) {
		List<Frame> frames = new ArrayList<>();
		frames.add(factory.sessionCreated());
		frames.add(factory.plain("response.created"));
		frames.add(factory.plain("response.output_item.added"));
		frames.add(factory.plain("response.content_part.added"));
		for (int i = 0; i < PIECES; i++) {
			frames.add(factory.words("response.output_audio_transcript.delta"));
			frames.add(factory.audio(4_800));
			frames.add(factory.audio(4_800));
		}
		frames.add(factory.plain("response.output_audio.done"));
		frames.add(factory.withTranscript("response.output_audio_transcript.done"));
		frames.add(factory.withTranscript("response.content_part.done"));
		frames.add(factory.withTranscript("response.output_item.done"));
		frames.add(factory.withTranscript("response.done"));
		frames.add(factory.plain("rate_limits.updated"));
		return frames;
	}

}
