package io.realtime4j.simulator.support;

import java.io.ByteArrayOutputStream;

/**
 * Makes sounds as PCM16.
 */
public final class Sounds {

	private Sounds() {
	}

	public static byte[] silence(int rate, int millis) {
		return new byte[rate * millis / 1000 * 2];
	}

	public static byte[] tone(int rate, int millis) {
		byte[] pcm = silence(rate, millis);
		for (int i = 0; i < pcm.length / 2; i++) {
			short sample = (short) (8000 * Math.sin(2 * Math.PI * 300 * i / rate));
			pcm[2 * i] = (byte) sample;
			pcm[2 * i + 1] = (byte) (sample >> 8);
		}
		return pcm;
	}

	public static byte[] join(byte[]... parts) {
		ByteArrayOutputStream joined = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			joined.writeBytes(part);
		}
		return joined.toByteArray();
	}

	public static double rms(byte[] pcm) {
		double sum = 0;
		for (int i = 0; i + 1 < pcm.length; i += 2) {
			int sample = (pcm[i] & 0xFF) | (pcm[i + 1] << 8);
			sum += (double) sample * sample;
		}
		return Math.sqrt(sum / Math.max(1, pcm.length / 2));
	}

}
