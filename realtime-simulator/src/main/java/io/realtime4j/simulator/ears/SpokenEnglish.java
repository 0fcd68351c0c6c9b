package io.realtime4j.simulator.ears;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;

import edu.cmu.sphinx.linguist.acoustic.AcousticModel;
import edu.cmu.sphinx.linguist.acoustic.UnitManager;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Sphinx3Loader;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.TiedStateAcousticModel;
import edu.cmu.sphinx.linguist.dictionary.Dictionary;
import edu.cmu.sphinx.linguist.dictionary.TextDictionary;

/**
 * Sounds and words of English, as the data of Sphinx has them. Scores of sounds are
 * cached inside of the model, so only one thread may use it at a time.
 */
final class SpokenEnglish {

	private static final String DATA = "/edu/cmu/sphinx/models/en-us/";

	private static final float MIXTURE_FLOOR = 1e-7f;

	private static final float VARIANCE_FLOOR = 1e-4f;

	private static final int TOP_GAUSSIANS = 4;

	private final UnitManager units = new UnitManager();

	private final Sphinx3Loader loader;

	private final TiedStateAcousticModel sounds;

	private final TextDictionary words;

	private SpokenEnglish() throws IOException {
		this.loader = new Sphinx3Loader(resource("en-us"), this.units, 0, MIXTURE_FLOOR, VARIANCE_FLOOR, TOP_GAUSSIANS,
				true);
		this.sounds = new TiedStateAcousticModel(this.loader, this.units, true);
		this.words = new TextDictionary(resource("cmudict-en-us.dict"), resource("en-us/noisedict"), List.of(), null,
				this.units);
		this.sounds.allocate();
		this.words.allocate();
	}

	/**
	 * Load the data.
	 * @return what is needed to understand English
	 */
	static SpokenEnglish load() {
		try {
			return new SpokenEnglish();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The data of Sphinx cannot be read", ex);
		}
	}

	UnitManager units() {
		return this.units;
	}

	Sphinx3Loader loader() {
		return this.loader;
	}

	AcousticModel sounds() {
		return this.sounds;
	}

	Dictionary words() {
		return this.words;
	}

	/**
	 * Return whether it is known how a word sounds.
	 * @param word the word in lower case
	 * @return {@code true} if the dictionary has it
	 */
	boolean knows(String word) {
		return this.words.getWord(word) != null;
	}

	private static URL resource(String name) throws IOException {
		URL url = SpokenEnglish.class.getResource(DATA + name);
		if (url == null) {
			throw new IOException("There is no " + DATA + name + " on the class path: is sphinx4-data missing?");
		}
		return url;
	}

}
