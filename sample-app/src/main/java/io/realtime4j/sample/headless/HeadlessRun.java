package io.realtime4j.sample.headless;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.realtime4j.audio.Pcm;
import io.realtime4j.audio.WavFile;
import io.realtime4j.sample.ServerInUse;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosedException;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Asks one spoken question and writes down the answer. The application ends with the exit
 * code 0 if there is one, and with 1 and a reason if there is not.
 */
@Component
@Profile("headless")
class HeadlessRun implements ApplicationRunner, ExitCodeGenerator {

	private static final Duration LATE_TRANSCRIPT = Duration.ofSeconds(2);

	private final RealtimeSession session;

	private final SpokenAnswer answer;

	private final ServerInUse server;

	private int exitCode = 1;

	HeadlessRun(RealtimeSession session, SpokenAnswer answer, ServerInUse server) {
		this.session = session;
		this.answer = answer;
		this.server = server;
	}

	@Override
	public void run(ApplicationArguments arguments) throws InterruptedException {
		try {
			run(HeadlessOptions.of(arguments));
			this.exitCode = 0;
		}
		catch (UsageException | SessionClosedException ex) {
			System.err.println(ex.getMessage());
		}
	}

	@Override
	public int getExitCode() {
		return this.exitCode;
	}

	private void run(HeadlessOptions options) throws InterruptedException {
		Pcm question = QuestionFile.read(options.question());
		System.out.println("Question  " + describe(options.question(), question));
		System.out.println("Server    " + this.server.name());
		await(this.session.open(), options.patience(), "The session did not open");
		long begin = System.nanoTime();
		ask(question, options.patience());
		Duration total = Duration.ofNanos(System.nanoTime() - begin);
		Answer answer = this.answer.get();
		report(answer, total);
		write(answer.speech(), options);
	}

	private void ask(Pcm question, Duration patience) throws InterruptedException {
		ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
		try {
			WavMicrophone.speak(question, this.session, this.answer, scheduler);
			await(this.answer.whole(), patience.plusMillis(question.millis()), "There was no answer");
			this.answer.written().completeOnTimeout(null, LATE_TRANSCRIPT.toMillis(), TimeUnit.MILLISECONDS).join();
		}
		finally {
			scheduler.shutdownNow();
		}
	}

	private void await(CompletableFuture<?> future, Duration patience, String problem) throws InterruptedException {
		try {
			future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			throw new UsageException(
					problem + " within " + patience.toSeconds() + " seconds" + this.answer.lastError());
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException reason) ? reason : new IllegalStateException(ex);
		}
	}

	private void write(Pcm speech, HeadlessOptions options) {
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

	private static void report(Answer answer, Duration total) {
		System.out.println("Heard     " + ((answer.heard().isEmpty()) ? "(no transcript)" : answer.heard()));
		System.out.println("Answer    " + answer.text());
		System.out.println("Timing    end of speech to first sound " + answer.firstSound().toMillis()
				+ " ms, to the end of the answer " + answer.whole().toMillis() + " ms; in total " + total.toMillis()
				+ " ms");
	}

	private static String describe(String name, Pcm pcm) {
		return String.format(Locale.ROOT, "%s (%.1f s, %d Hz)", name, pcm.millis() / 1000.0, pcm.sampleRate());
	}

}
