package io.realtime4j.simulator.ears;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import io.realtime4j.audio.Pcm;
import io.realtime4j.audio.WavFile;

/**
 * Somebody who speaks with a synthetic voice.
 *
 * @param command the program and its options, without text and file
 * @param textOption the option before the text, or empty
 * @param fileOption the option before the file
 */
record Speaker(List<String> command, String textOption, String fileOption) {

	private static final double LOUDNESS = 12000;

	static Speaker flite(String voice, double stretch) {
		return new Speaker(List.of("flite", "-voice", voice, "--setf", "duration_stretch=" + stretch), "-t", "-o");
	}

	static Speaker espeak(String voice, int speed) {
		return new Speaker(List.of("espeak-ng", "-v", voice, "-s", String.valueOf(speed)), "", "-w");
	}

	/**
	 * Speak.
	 * @param text the words
	 * @param file where to keep the sound
	 * @param noise how loud noise is, as a part of the loudness of the speech
	 * @return the sound as PCM16, 16 kHz
	 * @throws IOException if the program is not installed
	 */
	byte[] speak(String text, Path file, double noise) throws IOException {
		List<String> line = new ArrayList<>(this.command);
		line.addAll(List.of(this.fileOption, file.toString()));
		if (!this.textOption.isEmpty()) {
			line.add(this.textOption);
		}
		line.add(text);
		Process process = new ProcessBuilder(line).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		try {
			if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
				process.destroy();
				throw new IllegalStateException("Failed: " + line);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		Pcm speech = WavFile.read(file).resample(16_000);
		return noisy(speech.audio().bytes(), noise, text.hashCode());
	}

	private static byte[] noisy(byte[] pcm, double noise, long seed) {
		Random random = new Random(seed);
		double loudest = 1;
		double sum = 0;
		for (int i = 0; i + 1 < pcm.length; i += 2) {
			loudest = Math.max(loudest, Math.abs(sample(pcm, i)));
			sum += (double) sample(pcm, i) * sample(pcm, i);
		}
		double gain = LOUDNESS / loudest;
		double level = noise * gain * Math.sqrt(2 * sum / pcm.length);
		int pause = 16_000 * 2 * 3 / 10;
		byte[] result = new byte[pcm.length + 2 * pause];
		for (int i = 0; i + 1 < result.length; i += 2) {
			int at = i - pause;
			double clean = (at >= 0 && at + 1 < pcm.length) ? sample(pcm, at) * gain : 0;
			short sample = (short) Math.max(Short.MIN_VALUE,
					Math.min(Short.MAX_VALUE, clean + level * random.nextGaussian()));
			result[i] = (byte) sample;
			result[i + 1] = (byte) (sample >> 8);
		}
		return result;
	}

	private static short sample(byte[] pcm, int at) {
		return (short) ((pcm[at] & 0xFF) | (pcm[at + 1] << 8));
	}

}
