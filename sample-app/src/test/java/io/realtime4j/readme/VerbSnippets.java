package io.realtime4j.readme;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;

import io.realtime4j.audio.AudioSource;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ResponseOutputTextDelta;
import io.realtime4j.playback.AudioSinkFactory;
import io.realtime4j.playback.LineAudioSink;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.speech.Answer;
import io.realtime4j.speech.Transcript;
import io.realtime4j.transcription.Transcriber;

/**
 * The code of the page about verbs.
 */
final class VerbSnippets {

	private VerbSnippets() {
	}

	static Answer ask(RealtimeSession session) throws Exception {
		// tag::ask[]
		Answer answer = session.ask("Is there a table for two at eight?").join();
		System.out.println(answer.text());
		answer.writeWav(Path.of("answer.wav"));
		// end::ask[]
		return answer;
	}

	static Answer aloud(RealtimeSession session) throws Exception {
		// tag::aloud[]
		AudioSource question = AudioSource.wav(Path.of("question.wav"));
		Answer answer = session.ask(question).join();
		System.out.println(answer.text());
		// end::aloud[]
		return answer;
	}

	static CompletableFuture<Void> microphone(RealtimeSession session) throws Exception {
		// tag::microphone[]
		TargetDataLine microphone = AudioSystem.getTargetDataLine(new AudioFormat(24_000, 16, 1, true, false));
		microphone.open();
		CompletableFuture<Void> heard = session.hear(AudioSource.of(microphone));
		// end::microphone[]
		return heard;
	}

	static AudioSinkFactory loudspeaker(Executor executor) throws Exception {
		// tag::loudspeaker[]
		SourceDataLine loudspeaker = AudioSystem.getSourceDataLine(new AudioFormat(24_000, 16, 1, true, false));
		loudspeaker.open();
		AudioSinkFactory sinks = (session) -> new LineAudioSink(loudspeaker, executor);
		// end::loudspeaker[]
		return sinks;
	}

	static RealtimeSession user(RealtimeClient client, String guest, Consumer<String> page) {
		// @formatter:off
		// tag::user[]
		RealtimeSession session = client.open((spec) -> spec
			.settings((settings) -> settings.instructions("You serve " + guest))
			.on(ResponseDone.class, (done) -> page.accept(done.text())));
		// end::user[]
		// @formatter:on
		return session;
	}

	static void listen(RealtimeSession session) {
		// tag::listen[]
		Runnable end = session.on(ResponseOutputTextDelta.class, (delta) -> System.out.print(delta.delta()));
		session.ask("Tell me a story.").join();
		end.run();
		// end::listen[]
	}

	static Transcript transcribe(RealtimeClient client) throws Exception {
		// tag::transcribe[]
		AudioSource recording = AudioSource.wav(Path.of("call.wav")).atOnce();
		Transcript transcript = Transcriber.of(client).transcribe(recording).join();
		transcript.segments().forEach((segment) -> System.out.println(segment.start() + " " + segment.text()));
		// end::transcribe[]
		return transcript;
	}

}
