package io.realtime4j.simulator.ears;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

import edu.cmu.sphinx.decoder.pruner.SimplePruner;
import edu.cmu.sphinx.decoder.scorer.SimpleAcousticScorer;
import edu.cmu.sphinx.decoder.search.PartitionActiveListFactory;
import edu.cmu.sphinx.decoder.search.SimpleBreadthFirstSearchManager;
import edu.cmu.sphinx.decoder.search.Token;
import edu.cmu.sphinx.frontend.BaseDataProcessor;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.linguist.flat.FlatLinguist;
import edu.cmu.sphinx.linguist.language.grammar.Grammar;
import edu.cmu.sphinx.result.Result;
import edu.cmu.sphinx.util.LogMath;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sentence of a grammar that fits an utterance best.
 */
final class WordSearch {

	private static final int BEAM = 1500;

	private static final double RELATIVE_BEAM = 1e-60;

	private static final double NO_WORD_BEAM = 0;

	private static final float LANGUAGE_WEIGHT = 4;

	private static final double WORD_INSERTION = 1e-6;

	private static final double SILENCE_INSERTION = 0.1;

	private static final double SOUND_INSERTION = 0.05;

	private static final int MILLIS_PER_FRAME = 10;

	private final Features features = new Features();

	private final ScoredSearch search;

	private WordSearch(SpokenEnglish english, Grammar grammar, boolean anySounds) {
		FlatLinguist linguist = new FlatLinguist(english.sounds(), grammar, english.units(), WORD_INSERTION,
				SILENCE_INSERTION, 1, 1, LANGUAGE_WEIGHT, false, false, false, anySounds, 1, SOUND_INSERTION,
				english.sounds());
		this.search = new ScoredSearch(linguist, new SimpleAcousticScorer(this.features, null));
		this.search.allocate();
	}

	/**
	 * Create a search for the sentences of a grammar.
	 * @param english sounds and words
	 * @param graph the sentences
	 * @return a new search
	 */
	static WordSearch of(SpokenEnglish english, WordGraph graph) {
		return new WordSearch(english, graph, false);
	}

	/**
	 * Create a search for sequences of sounds, whether they are words or not.
	 * @param english sounds and words
	 * @return a new search, whose sentences have no words
	 */
	static WordSearch ofAnySounds(SpokenEnglish english) {
		return new WordSearch(english, new WordGraph("public <sentence> = <NULL>;", english.words()), true);
	}

	/**
	 * Find the best sentence.
	 * @param utterance the features of the utterance, and the signal of its end
	 * @return the sentence, or {@code null} if none comes near
	 */
	@Nullable HeardSentence find(List<Data> utterance) {
		return find(utterance, null);
	}

	/**
	 * Find the best sentence that does not have a certain word at its place.
	 * @param utterance the features of the utterance, and the signal of its end
	 * @param without the word that is not to be found again, or {@code null}
	 * @return the sentence, or {@code null} if none comes near
	 */
	@Nullable HeardSentence find(List<Data> utterance, @Nullable HeardWord without) {
		this.features.take(utterance);
		this.search.begin(without);
		Result result = this.search.recognize(utterance.size());
		this.search.stopRecognition();
		Token end = (result != null) ? result.getBestFinalToken() : null;
		return (end != null) ? sentence(end, utterance.size() - 1) : null;
	}

	private HeardSentence sentence(Token end, int frames) {
		Deque<HeardWord> words = new ArrayDeque<>();
		double scoreAfter = ln(end.getScore());
		int frameAfter = frames;
		for (Token token = end; token != null; token = token.getPredecessor()) {
			if (token.isWord()) {
				double score = ln(token.getScore());
				int frame = frame(token);
				if (!token.getWord().isFiller()) {
					words.addFirst(new HeardWord(token.getWord().getSpelling(), frame, frameAfter, scoreAfter - score));
				}
				scoreAfter = score;
				frameAfter = frame;
			}
		}
		return new HeardSentence(List.copyOf(words), ln(end.getScore()), this.search.scores());
	}

	private static int frame(Token token) {
		return (int) Math.max(0, token.getCollectTime() / MILLIS_PER_FRAME);
	}

	private static double ln(float score) {
		return LogMath.getLogMath().logToLn(score);
	}

	/**
	 * Search that remembers how well the best beginning fits, and can do without a word.
	 */
	private static final class ScoredSearch extends SimpleBreadthFirstSearchManager {

		private static final int FRAMES_BEFORE = 20;

		private static final int FRAMES_AFTER = 10;

		private List<Double> scores = new ArrayList<>();

		private @Nullable HeardWord without;

		ScoredSearch(FlatLinguist linguist, SimpleAcousticScorer scorer) {
			super(linguist, new SimplePruner(), scorer, new PartitionActiveListFactory(BEAM, RELATIVE_BEAM), false,
					NO_WORD_BEAM, 0, false);
			// Otherwise no word could come twice in a sentence
			this.keepAllTokens = true;
		}

		void begin(@Nullable HeardWord without) {
			this.scores = new ArrayList<>();
			this.without = without;
			startRecognition();
		}

		@Override
		protected boolean scoreTokens() {
			boolean more = super.scoreTokens();
			if (more) {
				this.scores.add(ln(getActiveList().getBestScore()));
			}
			return more;
		}

		@Override
		protected void collectSuccessorTokens(Token token) {
			if (!isUnwanted(token)) {
				super.collectSuccessorTokens(token);
			}
		}

		private boolean isUnwanted(Token token) {
			HeardWord word = this.without;
			if (word == null || !token.isWord() || !word.spelling().equals(token.getWord().getSpelling())) {
				return false;
			}
			int frame = frame(token);
			return frame >= word.from() - FRAMES_BEFORE && frame <= word.to() + FRAMES_AFTER;
		}

		List<Double> scores() {
			return this.scores;
		}

	}

	/**
	 * Gives the features of an utterance to a search.
	 */
	private static final class Features extends BaseDataProcessor {

		private Iterator<Data> rest = List.<Data>of().iterator();

		void take(List<Data> features) {
			this.rest = features.iterator();
		}

		@Override
		public @Nullable Data getData() {
			return this.rest.hasNext() ? this.rest.next() : null;
		}

	}

}
