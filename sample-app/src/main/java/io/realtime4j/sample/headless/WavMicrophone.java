package io.realtime4j.sample.headless;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.realtime4j.audio.AudioChunker;
import io.realtime4j.audio.AudioLevel;
import io.realtime4j.audio.Pcm;
import io.realtime4j.session.RealtimeSession;

/**
 * Speaks a recording as somebody before a microphone would: at the pace of speech, and
 * then silence, by which the server knows the end.
 */
final class WavMicrophone {

	private static final int RATE = 24_000;

	private static final int CHUNK_MILLIS = 40;

	private static final int SILENT_CHUNKS = 10_000 / CHUNK_MILLIS;

	/**
	 * Level in dBFS below which nothing is the end of a word.
	 */
	private static final double FAINT = -45;

	private final RealtimeSession session;

	private final SpokenAnswer answer;

	private final Iterator<byte[]> chunks;

	private final int lastWord;

	private int sent;

	private int silentChunks;

	private WavMicrophone(RealtimeSession session, SpokenAnswer answer, List<byte[]> chunks) {
		this.session = session;
		this.answer = answer;
		this.chunks = chunks.iterator();
		this.lastWord = lastWord(chunks);
	}

	/**
	 * Begin to speak.
	 * @param question the recording
	 * @param session the session to speak to
	 * @param answer hears of the end of the question
	 * @param scheduler sets the pace
	 * @return what goes on until it is cancelled or fails
	 */
	static ScheduledFuture<?> speak(Pcm question, RealtimeSession session, SpokenAnswer answer,
			ScheduledExecutorService scheduler) {
		AudioChunker chunker = AudioChunker.pcm16(RATE, CHUNK_MILLIS);
		List<byte[]> chunks = chunker.chunk(question.resample(RATE).audio().bytes());
		chunks.add(chunker.flush());
		WavMicrophone microphone = new WavMicrophone(session, answer, chunks);
		return scheduler.scheduleAtFixedRate(microphone::next, 0, CHUNK_MILLIS, TimeUnit.MILLISECONDS);
	}

	private void next() {
		if (this.chunks.hasNext()) {
			this.session.appendAudio(this.chunks.next());
			if (++this.sent == this.lastWord) {
				this.answer.questionEnded();
			}
		}
		else if (!this.answer.isQuestionHeard()) {
			silence();
		}
	}

	private void silence() {
		if (this.silentChunks++ < SILENT_CHUNKS) {
			this.session.appendAudio(new byte[2 * RATE * CHUNK_MILLIS / 1000]);
		}
		else {
			this.answer.nothingHeard();
		}
	}

	private static int lastWord(List<byte[]> chunks) {
		int last = chunks.size();
		while (last > 1 && AudioLevel.of(chunks.get(last - 1)).rms() < FAINT) {
			last--;
		}
		return last;
	}

}
