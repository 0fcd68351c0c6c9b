package io.realtime4j.simulator.ears;

import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import edu.cmu.sphinx.jsgf.JSGFGrammarParseException;
import edu.cmu.sphinx.jsgf.JSGFRuleGrammar;
import edu.cmu.sphinx.jsgf.JSGFRuleGrammarFactory;
import edu.cmu.sphinx.jsgf.JSGFRuleGrammarManager;
import edu.cmu.sphinx.jsgf.parser.JSGFParser;
import edu.cmu.sphinx.jsgf.rule.JSGFRule;
import edu.cmu.sphinx.jsgf.rule.JSGFRuleAlternatives;
import edu.cmu.sphinx.jsgf.rule.JSGFRuleCount;
import edu.cmu.sphinx.jsgf.rule.JSGFRuleName;
import edu.cmu.sphinx.jsgf.rule.JSGFRuleSequence;
import edu.cmu.sphinx.jsgf.rule.JSGFRuleToken;
import edu.cmu.sphinx.linguist.dictionary.Dictionary;
import edu.cmu.sphinx.linguist.language.grammar.Grammar;
import edu.cmu.sphinx.linguist.language.grammar.GrammarNode;
import edu.cmu.sphinx.util.LogMath;
import org.jspecify.annotations.Nullable;

/**
 * Graph of the sentences of a grammar in JSGF. Sphinx reads grammars from files only;
 * this one comes from memory.
 */
final class WordGraph extends Grammar {

	private static final String HEADER = "#JSGF V1.0;\ngrammar ears;\n";

	private static final String SILENCE = "<sil>";

	private static final String NOTHING = JSGFRuleName.NULL.getRuleName();

	private static final String START = "sentence";

	private final JSGFRuleGrammar rules;

	/**
	 * Create a new {@link WordGraph} instance.
	 * @param jsgf the rules of the grammar, {@code sentence} among them
	 * @param dictionary the words
	 */
	WordGraph(String jsgf, Dictionary dictionary) {
		super(false, true, true, false, dictionary);
		try {
			this.rules = JSGFParser.newGrammarFromJSGF(new StringReader(HEADER + jsgf),
					new JSGFRuleGrammarFactory(new JSGFRuleGrammarManager()));
		}
		catch (JSGFGrammarParseException ex) {
			throw new IllegalStateException("The grammar is broken: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Return the words of a rule.
	 * @param rule the name of the rule
	 * @return all words that are in it, none if there is no such rule
	 */
	Set<String> words(String rule) {
		Set<String> words = new HashSet<>();
		if (this.rules.getRuleNames().contains(rule)) {
			collect(this.rules.getRule(rule), words);
		}
		return words;
	}

	private void collect(JSGFRule rule, Set<String> words) {
		if (rule instanceof JSGFRuleToken token) {
			words.add(token.getText());
		}
		else if (rule instanceof JSGFRuleName name && !name.getRuleName().equals(NOTHING)) {
			collect(this.rules.getRule(name.getRuleName()), words);
		}
		else if (rule instanceof JSGFRuleSequence sequence) {
			sequence.getRules().forEach((part) -> collect(part, words));
		}
		else if (rule instanceof JSGFRuleAlternatives alternatives) {
			alternatives.getRules().forEach((way) -> collect(way, words));
		}
		else if (rule instanceof JSGFRuleCount count) {
			collect(count.getRule(), words);
		}
	}

	@Override
	protected GrammarNode createGrammar() {
		this.initialNode = createGrammarNode(SILENCE);
		GrammarNode end = createGrammarNode(SILENCE);
		end.setFinalNode(true);
		Path sentence = path(this.rules.getRule(START));
		this.initialNode.add(sentence.first(), 0);
		sentence.last().add(end, 0);
		postProcessGrammar();
		return this.initialNode;
	}

	private Path path(JSGFRule rule) {
		if (rule instanceof JSGFRuleToken token) {
			GrammarNode node = createGrammarNode(token.getText());
			return new Path(node, node);
		}
		if (rule instanceof JSGFRuleName name) {
			return (name.getRuleName().equals(NOTHING)) ? nothing() : path(this.rules.getRule(name.getRuleName()));
		}
		if (rule instanceof JSGFRuleSequence sequence) {
			return sequence(sequence.getRules());
		}
		if (rule instanceof JSGFRuleAlternatives alternatives) {
			return alternatives(alternatives.getRules(), alternatives.getWeights());
		}
		if (rule instanceof JSGFRuleCount count) {
			return repeated(path(count.getRule()), count.getCount());
		}
		throw new IllegalStateException("The grammar has an unknown kind of rule: " + rule);
	}

	private Path sequence(List<JSGFRule> rules) {
		Path whole = null;
		for (JSGFRule rule : rules) {
			Path part = path(rule);
			if (whole != null) {
				whole.last().add(part.first(), 0);
				part = new Path(whole.first(), part.last());
			}
			whole = part;
		}
		return (whole != null) ? whole : nothing();
	}

	private Path alternatives(List<JSGFRule> rules, @Nullable List<Float> weights) {
		Path fork = new Path(createGrammarNode(false), createGrammarNode(false));
		double whole = (weights != null) ? weights.stream().mapToDouble(Float::doubleValue).sum() : rules.size();
		for (int i = 0; i < rules.size(); i++) {
			double weight = (weights != null) ? weights.get(i) : 1;
			Path way = path(rules.get(i));
			fork.first().add(way.first(), LogMath.getLogMath().linearToLog(weight / whole));
			way.last().add(fork.last(), 0);
		}
		return fork;
	}

	private Path repeated(Path once, int count) {
		Path path = new Path(createGrammarNode(false), createGrammarNode(false));
		path.first().add(once.first(), 0);
		once.last().add(path.last(), 0);
		if (count != JSGFRuleCount.ONCE_OR_MORE) {
			path.first().add(path.last(), 0);
		}
		if (count != JSGFRuleCount.OPTIONAL) {
			once.last().add(once.first(), 0);
		}
		return path;
	}

	private Path nothing() {
		GrammarNode node = createGrammarNode(false);
		return new Path(node, node);
	}

	/**
	 * Way through a part of the graph.
	 *
	 * @param first where it begins
	 * @param last where it ends
	 */
	private record Path(GrammarNode first, GrammarNode last) {
	}

}
