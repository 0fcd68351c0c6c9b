package io.realtime4j.benchmarks;

import java.util.Base64;
import java.util.concurrent.TimeUnit;

import io.realtime4j.codec.Dialect;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * From the text of a frame to its event and, where it carries audio, to the PCM bytes.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecodeBenchmark {

	/**
	 * Read with a library.
	 * @param contest who reads what
	 * @param blackhole takes the events and bytes
	 * @throws Exception if the library says so
	 */
	@Benchmark
	public void decode(Contest contest, Blackhole blackhole) throws Exception {
		for (int i = 0; i < contest.frames.perOperation(); i++) {
			Object event = contest.peer.decode(contest.frames.next());
			blackhole.consume(event);
			byte[] pcm = contest.peer.audio(event);
			if (pcm != null) {
				blackhole.consume(pcm);
			}
		}
	}

	/**
	 * Walk over the tokens with Jackson, without a look at any value.
	 * @param scan the frames
	 * @param blackhole takes the number of tokens
	 */
	@Benchmark
	public void tokenScan(Scan scan, Blackhole blackhole) {
		for (int i = 0; i < scan.frames.perOperation(); i++) {
			int tokens = 0;
			try (JsonParser parser = scan.factory.createParser(ObjectReadContext.empty(), scan.frames.next())) {
				while (parser.nextToken() != null) {
					tokens++;
				}
			}
			blackhole.consume(tokens);
		}
	}

	/**
	 * Decode the audio alone with the JDK.
	 * @param audio the audio of the frames
	 * @param blackhole takes the bytes
	 */
	@Benchmark
	public void base64(Audio audio, Blackhole blackhole) {
		for (int i = 0; i < audio.texts.perOperation(); i++) {
			blackhole.consume(Base64.getDecoder().decode(audio.texts.next()));
		}
	}

	/**
	 * Who reads what.
	 */
	@State(Scope.Benchmark)
	@SuppressWarnings("NullAway.Init")
	public static class Contest {

		/**
		 * The library.
		 */
		@Param
		public Contestant contestant;

		/**
		 * The frames.
		 */
		@Param
		public FrameKind frame;

		private Peer peer;

		private Texts frames;

		/**
		 * Create the library's objects and the frames that it knows.
		 */
		@Setup
		public void prepare() {
			this.peer = this.contestant.create();
			this.frames = Texts.ofFrames(this.frame, this.peer.dialect());
		}

	}

	/**
	 * Text that is scanned.
	 */
	@State(Scope.Benchmark)
	@SuppressWarnings("NullAway.Init")
	public static class Scan {

		/**
		 * The frames.
		 */
		@Param
		public FrameKind frame;

		private final JsonFactory factory = new JsonFactory();

		private Texts frames;

		/**
		 * Create the frames.
		 */
		@Setup
		public void prepare() {
			this.frames = Texts.ofFrames(this.frame, Dialect.GA);
		}

	}

	/**
	 * Text that is decoded by the JDK.
	 */
	@State(Scope.Benchmark)
	@SuppressWarnings("NullAway.Init")
	public static class Audio {

		/**
		 * The frames.
		 */
		@Param({ "AUDIO_4800", "AUDIO_48000", "MIX" })
		public FrameKind speech;

		private Texts texts;

		/**
		 * Create the audio of the frames as base64 text.
		 */
		@Setup
		public void prepare() {
			this.texts = Texts.ofAudio(this.speech);
		}

	}

}
