package io.realtime4j.sample.headless;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;

import io.realtime4j.audio.AudioLevel;
import io.realtime4j.audio.Pcm;
import io.realtime4j.audio.WavFile;
import io.realtime4j.sample.UsageException;

import org.springframework.boot.io.ApplicationResourceLoader;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.ResourceLoader;

/**
 * Reads the question: a WAV file with any sample rate and any number of channels, or a
 * resource such as {@code classpath:audio/question.wav}.
 */
final class QuestionFile {

	private QuestionFile() {
	}

	static Pcm read(String location) {
		// Plain names are files; Spring would look for them on the class path
		ResourceLoader loader = ApplicationResourceLoader.get(new DefaultResourceLoader(), true);
		try (InputStream in = loader.getResource(location).getInputStream()) {
			return audible(location, WavFile.read(in));
		}
		catch (FileNotFoundException | NoSuchFileException ex) {
			throw new UsageException(
					"There is no file " + location + ". A question comes along: --wav=classpath:audio/question.wav");
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new UsageException(location + " cannot be read: " + ex.getMessage());
		}
	}

	private static Pcm audible(String location, Pcm question) {
		if (AudioLevel.of(question.audio().bytes()).isSilence()) {
			throw new UsageException(location + " holds nothing but silence");
		}
		return question;
	}

}
