package io.realtime4j.speech;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.realtime4j.audio.AudioData;
import io.realtime4j.audio.Pcm;
import io.realtime4j.audio.WavFile;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;
import io.realtime4j.model.response.ResponseOutcome;
import io.realtime4j.model.usage.ResponseUsage;
import org.jspecify.annotations.Nullable;

/**
 * Answer of the model to one turn: all that it said, before and after the tools that it
 * called. <pre class="code">
 * Answer answer = session.ask("Is there a table for two at eight?").join();
 * System.out.println(answer.text());
 * answer.writeWav(Path.of("answer.wav"));
 * </pre>
 *
 * @param responses the responses that the answer consists of, in order: more than one if
 * the model called tools
 * @param audio the speech of all responses in the format of the session, empty if the
 * model answered by text
 * @param audioFormat the format of the speech, or {@code null} for the default of the
 * service
 * @since 0.1.0
 */
public record Answer(List<ResponseDone> responses, AudioData audio, @Nullable AudioFormat audioFormat) {

	public Answer {
		if (responses.isEmpty()) {
			throw new IllegalArgumentException("An answer consists of a response at least");
		}
		responses = List.copyOf(responses);
	}

	/**
	 * Return what the model said: its texts and the transcripts of its speech, in order,
	 * one line for each part.
	 * @return the text, empty if it said nothing
	 */
	public String text() {
		return this.responses.stream()
			.map(ResponseDone::text)
			.filter((text) -> !text.isEmpty())
			.collect(Collectors.joining("\n"));
	}

	/**
	 * Return what the model said aloud.
	 * @return the speech, without samples if the model answered by text
	 * @throws IllegalStateException if the format of the session is not known
	 */
	public Pcm speech() {
		return AudioFormats.decode(this.audio, this.audioFormat);
	}

	/**
	 * Write what the model said aloud to a WAV file, which is replaced if it exists.
	 * @param file the file
	 * @throws IOException if the file cannot be written
	 * @throws IllegalStateException if the format of the session is not known
	 */
	public void writeWav(Path file) throws IOException {
		WavFile.write(speech(), file);
	}

	/**
	 * Return the response that the answer ends with.
	 * @return the last response
	 */
	public ResponseDone last() {
		return this.responses.get(this.responses.size() - 1);
	}

	/**
	 * Return how the answer ended, which is how its last response did.
	 * @return the outcome
	 */
	public ResponseOutcome outcome() {
		return last().outcome();
	}

	/**
	 * Return what all responses of the answer used together.
	 * @return the usage, or {@code null} if the server tells of none
	 */
	public @Nullable ResponseUsage usage() {
		return this.responses.stream()
			.map((done) -> done.response().usage())
			.filter(Objects::nonNull)
			.reduce(ResponseUsage::plus)
			.orElse(null);
	}

}
