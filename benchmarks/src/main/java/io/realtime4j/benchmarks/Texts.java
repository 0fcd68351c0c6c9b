package io.realtime4j.benchmarks;

import java.util.Base64;

import io.realtime4j.codec.Dialect;

/**
 * The texts that a benchmark reads, one after the other and over again.
 */
final class Texts {

	private final String[] texts;

	private final int perOperation;

	private int next;

	private Texts(String[] texts, int perOperation) {
		this.texts = texts;
		this.perOperation = perOperation;
	}

	static Texts ofFrames(FrameKind kind, Dialect dialect) {
		return new Texts(kind.create(dialect).stream().map(Frame::json).toArray(String[]::new),
				kind.framesPerOperation());
	}

	static Texts ofAudio(FrameKind kind) {
		String[] texts = kind.create(Dialect.GA)
			.stream()
			.map(Frame::pcm)
			.filter((pcm) -> pcm != null)
			.map(Base64.getEncoder()::encodeToString)
			.toArray(String[]::new);
		return new Texts(texts, (kind == FrameKind.MIX) ? texts.length : 1);
	}

	int perOperation() {
		return this.perOperation;
	}

	String next() {
		String text = this.texts[this.next];
		this.next = (this.next + 1 < this.texts.length) ? this.next + 1 : 0;
		return text;
	}

}
