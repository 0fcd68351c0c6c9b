package io.realtime4j.simulator.ears;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import edu.cmu.sphinx.frontend.AutoCepstrum;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.DataBlocker;
import edu.cmu.sphinx.frontend.DataEndSignal;
import edu.cmu.sphinx.frontend.DoubleData;
import edu.cmu.sphinx.frontend.FloatData;
import edu.cmu.sphinx.frontend.FrontEnd;
import edu.cmu.sphinx.frontend.feature.BatchCMN;
import edu.cmu.sphinx.frontend.feature.DeltasFeatureExtractor;
import edu.cmu.sphinx.frontend.feature.FeatureTransform;
import edu.cmu.sphinx.frontend.filter.Preemphasizer;
import edu.cmu.sphinx.frontend.transform.DiscreteFourierTransform;
import edu.cmu.sphinx.frontend.util.StreamDataSource;
import edu.cmu.sphinx.frontend.window.RaisedCosineWindower;
import edu.cmu.sphinx.util.MatrixUtils;

/**
 * Reads the features of speech from its sound: what is compared with the model, one
 * vector for every 10 ms.
 */
final class SpeechFeatures {

	static final int RATE = 16000;

	private static final int BYTES_PER_READ = 3200;

	private static final double BLOCK_MILLIS = 10;

	private static final double PREEMPHASIS = 0.97;

	private static final double WINDOW_ALPHA = 0.46;

	private static final float WINDOW_MILLIS = 25.625f;

	private static final float SHIFT_MILLIS = 10;

	private static final int DELTA_WINDOW = 3;

	private final SpokenEnglish english;

	// The model takes frames of the same number for the same sound
	private long frames;

	SpeechFeatures(SpokenEnglish english) {
		this.english = english;
	}

	/**
	 * Read the features of an utterance.
	 * @param pcm the sound as PCM16, 16 kHz, mono, little-endian
	 * @return the features in order
	 */
	List<Data> of(byte[] pcm) {
		StreamDataSource source = new StreamDataSource(RATE, BYTES_PER_READ, Short.SIZE, false, true);
		source.setInputStream(new ByteArrayInputStream(EdgeTrim.trim(pcm, RATE)));
		FrontEnd frontEnd = new FrontEnd(List.of(source, new DataBlocker(BLOCK_MILLIS), new Preemphasizer(PREEMPHASIS),
				new RaisedCosineWindower(WINDOW_ALPHA, WINDOW_MILLIS, SHIFT_MILLIS),
				new DiscreteFourierTransform(-1, false), cepstrum(), new BatchCMN(),
				new DeltasFeatureExtractor(DELTA_WINDOW), new FeatureTransform(this.english.loader())));
		List<Data> features = new ArrayList<>();
		for (Data data = frontEnd.getData(); data != null
				&& !(data instanceof DataEndSignal); data = frontEnd.getData()) {
			if (data instanceof DoubleData frame) {
				features.add(numbered(MatrixUtils.double2float(frame.getValues()), features.size()));
			}
			else if (data instanceof FloatData frame) {
				features.add(numbered(frame.getValues(), features.size()));
			}
		}
		return features;
	}

	private FloatData numbered(float[] values, int index) {
		return new FloatData(values, RATE, (long) (index * SHIFT_MILLIS), this.frames++);
	}

	private AutoCepstrum cepstrum() {
		try {
			return new AutoCepstrum(this.english.loader());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
