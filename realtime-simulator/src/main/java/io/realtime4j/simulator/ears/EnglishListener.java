package io.realtime4j.simulator.ears;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.DataEndSignal;
import io.realtime4j.audio.PcmResampler;
import io.realtime4j.simulator.model.ModelTool;

/**
 * Listens to utterances in English, about the tools of a session. To be used by one
 * thread at a time.
 */
final class EnglishListener {

	private static final int MAX_LANGUAGES = 4;

	private static final int MAX_SECONDS = 20;

	private final SpokenEnglish english;

	private final SpeechFeatures features;

	private final WordSearch anySounds;

	private final Map<List<ModelTool>, Language> languages = new LinkedHashMap<>(MAX_LANGUAGES, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<List<ModelTool>, Language> eldest) {
			return size() > MAX_LANGUAGES;
		}

	};

	/**
	 * Create a new {@link EnglishListener} instance.
	 * @param english sounds and words
	 */
	EnglishListener(SpokenEnglish english) {
		this.english = english;
		this.features = new SpeechFeatures(english);
		this.anySounds = WordSearch.ofAnySounds(english);
	}

	/**
	 * Find out what was said.
	 * @param request the speech, and the tools that it may be about
	 * @return what was understood
	 */
	Hearing hear(HearingRequest request) {
		if (request.pcm().length / 2 > MAX_SECONDS * request.rate()) {
			return Hearing.nothing();
		}
		byte[] pcm = PcmResampler.convert(request.pcm(), request.rate(), SpeechFeatures.RATE);
		List<Data> utterance = new ArrayList<>(this.features.of(pcm));
		utterance.add(new DataEndSignal(0));
		Language language = this.languages.computeIfAbsent(request.tools(),
				(tools) -> new Language(this.english, tools));
		HeardSentence sentence = language.search().find(utterance);
		return (sentence != null && !sentence.words().isEmpty()) ? judge(sentence, utterance, language)
				: Hearing.nothing();
	}

	private Hearing judge(HeardSentence sentence, List<Data> utterance, Language language) {
		HeardSentence sounds = this.anySounds.find(utterance);
		Doubt doubt = new Doubt(sentence, language.values());
		if (sounds == null || doubt.isNonsense(sounds)) {
			return Hearing.nothing();
		}
		List<String> words = sentence.spelling();
		boolean sure = !language.isAction(words)
				|| !(language.namesPerson(words) || doubt.fitsBadly(sounds) || doubt.isContradictory()
						|| doubt.critical().stream().anyMatch((word) -> hasRival(sentence, word, utterance, language)));
		return new Hearing(language.write(words), sure);
	}

	private static boolean hasRival(HeardSentence sentence, HeardWord word, List<Data> utterance, Language language) {
		HeardSentence rival = language.search().find(utterance, word);
		return rival != null && !rival.spelling().equals(sentence.spelling())
				&& sentence.score() - rival.score() < Doubt.LEAD;
	}

}
