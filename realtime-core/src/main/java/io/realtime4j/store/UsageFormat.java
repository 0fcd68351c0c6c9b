package io.realtime4j.store;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

import io.realtime4j.usage.Cost;
import io.realtime4j.usage.ModelUsage;
import io.realtime4j.usage.TokenCount;
import io.realtime4j.usage.Usage;
import io.realtime4j.usage.UsageSum;
import io.realtime4j.usage.UsageTotals;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes and reads usage. Amounts are text, so that no digit is lost.
 */
final class UsageFormat {

	private UsageFormat() {
	}

	static ObjectNode write(ObjectNode json, UsageTotals totals) {
		json.put("currency", totals.responses().cost().currency().getCurrencyCode());
		write(json.putObject("responses"), totals.responses());
		write(json.putObject("transcriptions"), totals.transcriptions());
		write(json.putObject("active"), totals.active());
		ArrayNode models = json.putArray("models");
		totals.models().forEach((model) -> write(models.addObject().put("model", model.model()), model.sum()));
		return json;
	}

	private static void write(ObjectNode json, UsageSum sum) {
		json.put("count", sum.count());
		write(json.putObject("input"), sum.usage().input());
		write(json.putObject("cached"), sum.usage().cached());
		write(json.putObject("output"), sum.usage().output());
		json.put("transcribed", sum.usage().transcribed().toString());
		json.put("active", sum.usage().active().toString());
		json.put("cost", sum.cost().known().toPlainString());
		json.put("complete", sum.cost().complete());
	}

	private static void write(ObjectNode json, TokenCount tokens) {
		json.put("text", tokens.text());
		json.put("audio", tokens.audio());
		json.put("image", tokens.image());
		json.put("other", tokens.other());
	}

	/**
	 * Read usage.
	 * @param json what was written
	 * @return the usage
	 * @throws IllegalArgumentException if it cannot be read
	 */
	static UsageTotals read(JsonNode json) {
		Currency currency = Currency.getInstance(json.path("currency").asString());
		List<ModelUsage> models = new ArrayList<>();
		for (JsonNode model : json.path("models")) {
			JsonNode name = model.path("model");
			models.add(new ModelUsage(name.isString() ? name.stringValue() : null, sum(model, currency)));
		}
		return new UsageTotals(
				sum(json.path("responses"), currency), sum(json.path("transcriptions"), currency), json.has("active")
						? sum(json.path("active"), currency) : new UsageSum(0, Usage.NONE, Cost.zero(currency)),
				models);
	}

	private static UsageSum sum(JsonNode json, Currency currency) {
		try {
			Usage usage = new Usage(tokens(json.path("input")), tokens(json.path("cached")),
					tokens(json.path("output")), Duration.parse(json.path("transcribed").asString()),
					Duration.parse(json.path("active").asString("PT0S")));
			return new UsageSum(json.path("count").asLong(), usage, new Cost(currency,
					new BigDecimal(json.path("cost").asString()), json.path("complete").asBoolean()));
		}
		catch (DateTimeException | NumberFormatException ex) {
			throw new IllegalArgumentException("The usage cannot be read", ex);
		}
	}

	private static TokenCount tokens(JsonNode json) {
		return new TokenCount(json.path("text").asLong(), json.path("audio").asLong(), json.path("image").asLong(),
				json.path("other").asLong());
	}

}
