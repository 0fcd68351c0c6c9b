package io.realtime4j.sample.headless;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.realtime4j.audio.AudioSource;
import io.realtime4j.audio.Pcm;
import io.realtime4j.audio.WavFile;
import io.realtime4j.codec.WellFormedText;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionCompleted;
import io.realtime4j.sample.CommandLineRun;
import io.realtime4j.sample.ServerInUse;
import io.realtime4j.sample.UsageException;
import io.realtime4j.session.AnswerStarted;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.speech.Answer;
import io.realtime4j.speech.AnswerLatency;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Asks one spoken question and writes down the answer. The application ends with the exit
 * code 0 if there is one, and with 1 and a reason if there is not.
 */
@Component
@Profile("headless")
class HeadlessRun extends CommandLineRun {

	private static final Duration LATE_NEWS = Duration.ofSeconds(2);

	private final RealtimeClient client;

	private final ObjectProvider<LiveQuestion> live;

	private final ServerInUse server;

	private final CompletableFuture<String> heard = new CompletableFuture<>();

	private final CompletableFuture<AnswerLatency> started = new CompletableFuture<>();

	HeadlessRun(RealtimeClient client, ObjectProvider<LiveQuestion> live, ServerInUse server) {
		this.client = client;
		this.live = live;
		this.server = server;
	}

	@Override
	protected void execute(ApplicationArguments arguments) throws InterruptedException {
		run(HeadlessOptions.of(arguments));
	}

	private void run(HeadlessOptions options) throws InterruptedException {
		Pcm recording = QuestionFile.read(options.question());
		System.out.println("Question  " + describe(options.question(), recording));
		System.out.println("Server    " + this.server.name());
		LiveQuestion live = this.live.getIfAvailable();
		if (live != null) {
			SpokenAnswer answer = live.ask(recording, options.patience());
			tell(answer.heard(), answer.text());
			write(answer.speech(), options);
			return;
		}
		ask(recording, options);
	}

	private void ask(Pcm recording, HeadlessOptions options) throws InterruptedException {
		// Nobody waits at a command line for a server that may come later
		try (RealtimeSession session = this.client.open((spec) -> spec.failFast(true)
			.on(ConversationItemInputAudioTranscriptionCompleted.class,
					(event) -> this.heard.complete(event.transcript().strip()))
			.on(AnswerStarted.class, (event) -> this.started.complete(event.latency())))) {
			await(session.open(), options.patience(), "The session did not open");
			Answer answer = await(session.ask(AudioSource.of(recording)),
					options.patience().plusMillis(recording.millis()), "There was no answer");
			report(answer);
			write(answer.speech(), options);
		}
	}

	static <T> T await(CompletableFuture<T> future, Duration patience, String problem) throws InterruptedException {
		try {
			return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			throw new UsageException(problem + " within " + patience.toSeconds() + " seconds");
		}
		catch (ExecutionException ex) {
			Throwable cause = ex.getCause();
			throw new UsageException(problem + ". " + ((cause != null) ? cause.getMessage() : ex.getMessage()));
		}
	}

	private void report(Answer answer) {
		if (answer.outcome().isFailure()) {
			throw new UsageException("The answer is " + answer.outcome().summary());
		}
		String transcript = this.heard.completeOnTimeout("(no transcript)", LATE_NEWS.toMillis(), TimeUnit.MILLISECONDS)
			.join();
		tell(transcript, answer.text());
		this.started.thenAccept((latency) -> System.out.println("Latency   " + describe(latency)))
			.completeOnTimeout(null, LATE_NEWS.toMillis(), TimeUnit.MILLISECONDS)
			.join();
	}

	// Nothing is played here
	private static String describe(AnswerLatency latency) {
		Duration detection = latency.detection();
		return "end of speech detected after "
				+ ((detection != null) ? detection.toMillis() + " ms" : "an unknown time") + ", first audio received "
				+ latency.response().toMillis() + " ms later";
	}

	// Whoever takes the words can write them, whatever the server said
	private static void tell(String heard, String answer) {
		System.out.println("Heard     " + WellFormedText.of(heard));
		System.out.println("Answer    " + WellFormedText.of(answer));
	}

	private static void write(Pcm speech, HeadlessOptions options) {
		if (speech.samples() == 0) {
			throw new UsageException("The answer came without sound");
		}
		try {
			WavFile.write(speech, options.answer());
		}
		catch (IOException ex) {
			throw new UsageException("The answer cannot be written to " + options.answer() + ": " + ex);
		}
		System.out.println("Written   " + describe(String.valueOf(options.answer()), speech));
	}

	private static String describe(String name, Pcm pcm) {
		return String.format(Locale.ROOT, "%s (%.1f s, %d Hz)", name, pcm.millis() / 1000.0, pcm.sampleRate());
	}

}
