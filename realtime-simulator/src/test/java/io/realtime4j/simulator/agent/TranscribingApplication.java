package io.realtime4j.simulator.agent;

import io.realtime4j.audio.AudioSource;
import io.realtime4j.audio.Pcm;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.speech.Transcript;
import io.realtime4j.transcription.Transcriber;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

/**
 * An application without a web server, in a process of its own, that transcribes one
 * recording.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class TranscribingApplication {

	static final String DONE = "transcribed: ";

	private static final int RATE = 16_000;

	public static void main(String[] args) {
		new SpringApplicationBuilder(TranscribingApplication.class).web(WebApplicationType.NONE)
			.properties("realtime.session.auto-open=false", "spring.docker.compose.enabled=false")
			.run(args);
	}

	@Bean
	ApplicationRunner transcription(RealtimeClient client) {
		return (arguments) -> {
			Transcript transcript = Transcriber.of(client).transcribe(AudioSource.of(speech()).atOnce()).join();
			System.out.println(DONE + transcript.text());
		};
	}

	// Loud for a second, and silent around it
	private static Pcm speech() {
		byte[] samples = new byte[2 * RATE * 3];
		for (int i = RATE; i < 2 * RATE; i++) {
			short sample = (short) (12_000 * Math.sin(2 * Math.PI * 220 * i / RATE));
			samples[2 * i] = (byte) sample;
			samples[2 * i + 1] = (byte) (sample >> 8);
		}
		return Pcm.of(RATE, samples);
	}

}
