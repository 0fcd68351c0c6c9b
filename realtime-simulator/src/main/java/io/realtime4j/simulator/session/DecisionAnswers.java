package io.realtime4j.simulator.session;

import java.util.Map;
import java.util.Optional;

import io.realtime4j.simulator.response.Tokens;
import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers to the questions of one decision: as they are scripted, and otherwise without a
 * preference.
 */
final class DecisionAnswers {

	private static final double UNSURE = 0.5;

	private final JsonNode questions;

	private final Map<String, ?> scripted;

	DecisionAnswers(JsonNode questions, Map<String, ?> scripted) {
		this.questions = questions;
		this.scripted = scripted;
	}

	/**
	 * Return the decision.
	 * @param model the model that decides
	 * @return the decision as the server tells it
	 */
	ObjectNode decision(String model) {
		ObjectNode decision = Json.object().put("model", model);
		ArrayNode answers = decision.putArray("answers");
		this.questions.forEach((question) -> answers.add(answer(question)));
		int read = Tokens.of(Json.write(this.questions)).size();
		int written = Tokens.of(Json.write(answers)).size();
		ObjectNode usage = decision.putObject("usage").put("input_tokens", read).put("output_tokens", written);
		usage.put("total_tokens", read + written);
		usage.putObject("input_tokens_details").put("cached_tokens", 0).put("cache_write_tokens", 0);
		usage.putObject("output_tokens_details").put("reasoning_tokens", 0);
		return decision;
	}

	private ObjectNode answer(JsonNode question) {
		Object wanted = this.scripted.get(Json.text(question, "name", ""));
		String type = (wanted instanceof Optional) ? "refusal" : Json.text(question, "type", "");
		ObjectNode answer = Json.object().put("type", type).put("name", Json.text(question, "name"));
		switch (type) {
			case "refusal" -> {
			}
			case "choice" -> choose(answer, question.path("choices"), wanted);
			case "predicate" -> answer.put("probability", likelihood(wanted));
			default -> rate(answer, question.path("levels"), wanted);
		}
		return answer;
	}

	private static void choose(ObjectNode answer, JsonNode choices, @Nullable Object wanted) {
		JsonNode choice = (wanted != null) ? Json.value(wanted) : choices.path(0).path("value");
		answer.set("choice", choice);
		answer.put("confidence", (wanted != null) ? 1 : UNSURE);
		ArrayNode probabilities = answer.putArray("probabilities");
		choices.forEach((option) -> {
			double rest = (wanted != null) ? 0 : UNSURE / Math.max(1, choices.size() - 1);
			boolean chosen = option.path("value").equals(choice);
			ObjectNode told = Json.object().put("probability", chosen ? answer.path("confidence").asDouble() : rest);
			told.set("value", option.path("value"));
			probabilities.add(told);
		});
	}

	private static double likelihood(@Nullable Object wanted) {
		if (wanted instanceof Boolean yes) {
			return yes ? 1 : 0;
		}
		return (wanted instanceof Number number) ? number.doubleValue() : UNSURE;
	}

	// The levels count from zero
	private static void rate(ObjectNode answer, JsonNode levels, @Nullable Object wanted) {
		double score = (wanted instanceof Number number) ? number.doubleValue() : 0;
		answer.put("score", score).put("confidence", (wanted != null) ? 1 : UNSURE);
		ArrayNode probabilities = answer.putArray("probabilities");
		for (int i = 0; i < levels.size(); i++) {
			double share = (wanted != null) ? Math.max(0, 1 - Math.abs(score - i)) : 1.0 / levels.size();
			probabilities.addObject()
				.put("label", Json.text(levels.path(i), "label", ""))
				.put("value", i)
				.put("probability", share);
		}
	}

}
