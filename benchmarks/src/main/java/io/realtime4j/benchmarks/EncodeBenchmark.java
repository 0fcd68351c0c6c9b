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

/**
 * From 4,800 PCM bytes to the text of an event that appends them.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EncodeBenchmark {

	/**
	 * Write with a library.
	 * @param contest who writes
	 * @param microphone the audio
	 * @return the text
	 * @throws Exception if the library says so
	 */
	@Benchmark
	public String append(Contest contest, Microphone microphone) throws Exception {
		return contest.peer.append(microphone.next());
	}

	/**
	 * Encode the audio alone with the JDK.
	 * @param microphone the audio
	 * @return the base64 text
	 */
	@Benchmark
	public String base64(Microphone microphone) {
		return Base64.getEncoder().encodeToString(microphone.next());
	}

	/**
	 * Who writes.
	 */
	@State(Scope.Benchmark)
	@SuppressWarnings("NullAway.Init")
	public static class Contest {

		/**
		 * The library.
		 */
		@Param
		public Contestant contestant;

		private Peer peer;

		/**
		 * Create the library's objects.
		 */
		@Setup
		public void prepare() {
			this.peer = this.contestant.create();
		}

	}

	/**
	 * Events that are written.
	 */
	@State(Scope.Benchmark)
	@SuppressWarnings("NullAway.Init")
	public static class Microphone {

		private byte[][] chunks;

		private int next;

		/**
		 * Create the audio.
		 */
		@Setup
		public void prepare() {
			this.chunks = FrameKind.AUDIO_4800.create(Dialect.GA).stream().map(Frame::pcm).toArray(byte[][]::new);
		}

		byte[] next() {
			byte[] chunk = this.chunks[this.next];
			this.next = (this.next + 1 < this.chunks.length) ? this.next + 1 : 0;
			return chunk;
		}

	}

}
