package io.realtime4j.spring.boot.autoconfigure.usage;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.realtime4j.spring.boot.autoconfigure.ModelPriceProperties;
import io.realtime4j.spring.boot.autoconfigure.PricingProperties;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import io.realtime4j.spring.boot.autoconfigure.session.BudgetProperties;
import io.realtime4j.usage.Budget;
import io.realtime4j.usage.ModelPrice;
import io.realtime4j.usage.Prices;
import io.realtime4j.usage.TenantBudget;
import io.realtime4j.usage.TokenPrice;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Makes prices and a budget of their properties.
 */
final class UsagePropertiesMapper {

	private static final String MODELS = "realtime.pricing.models.";

	private static final String BUDGET = "realtime.session.budget.";

	private static final String TENANT_BUDGET = "realtime.tenant-budget.";

	private static final Pattern PRICE = Pattern.compile("(.+)\\.(\\w+(-\\w+)?\\.(text|audio|image)|minute)");

	private UsagePropertiesMapper() {
	}

	static Prices prices(PricingProperties properties, Environment environment) {
		checkNames(properties.getModels().keySet(), environment);
		Map<String, ModelPrice> models = new LinkedHashMap<>();
		properties.getModels().forEach((name, model) -> models.put(name, price(MODELS + name, model)));
		return new Prices(properties.getCurrency(), models);
	}

	// The binder takes a dot for the end of a name, and would leave such a price out
	private static void checkNames(Set<String> names, Environment environment) {
		Map<String, String> all = Binder.get(environment)
			.bind("realtime.pricing.models", Bindable.mapOf(String.class, String.class))
			.orElse(Map.of());
		for (String property : all.keySet()) {
			Matcher matcher = PRICE.matcher(property);
			String name = matcher.matches() ? matcher.group(1) : "";
			PropertyChecks.check(!name.contains(".") || names.contains(name), MODELS + name,
					"must have the name of the model in brackets, since it has a dot: '" + MODELS + "[" + name
							+ "].*'");
		}
	}

	private static ModelPrice price(String property, ModelPriceProperties model) {
		checkPrice(model.getMinute(), property + ".minute");
		return new ModelPrice(tokens(property + ".input", model.getInput()),
				tokens(property + ".cached-input", model.getCachedInput()),
				tokens(property + ".output", model.getOutput()), model.getMinute());
	}

	private static TokenPrice tokens(String property, ModelPriceProperties.Tokens tokens) {
		checkPrice(tokens.getText(), property + ".text");
		checkPrice(tokens.getAudio(), property + ".audio");
		checkPrice(tokens.getImage(), property + ".image");
		return new TokenPrice(tokens.getText(), tokens.getAudio(), tokens.getImage());
	}

	private static void checkPrice(@Nullable BigDecimal price, String property) {
		PropertyChecks.check(price == null || price.signum() >= 0, property, "must not be negative");
	}

	static TenantBudget tenantBudget(TenantBudgetProperties properties, Prices prices) {
		BigDecimal money = properties.getMoneyPerDay();
		String property = TENANT_BUDGET + "money-per-day";
		PropertyChecks.check(money != null && money.signum() > 0, property, "must be larger than zero");
		PropertyChecks.check(!prices.models().isEmpty(), property, "needs prices: set '" + MODELS + "*'");
		properties.getTenants()
			.forEach((name, own) -> PropertyChecks.check(own.signum() > 0, TENANT_BUDGET + "tenants." + name,
					"must be larger than zero"));
		checkWarning(properties.getWarnAt(), TENANT_BUDGET + "warn-at");
		ZoneId zone = (properties.getTimeZone() != null) ? properties.getTimeZone() : ZoneOffset.UTC;
		return new TenantBudget(Objects.requireNonNull(money), properties.getTenants(), properties.getWarnAt(), zone);
	}

	private static void checkWarning(double warnAt, String property) {
		PropertyChecks.check(warnAt > 0 && warnAt <= 1, property,
				"must be larger than 0 and not beyond 1, but it is " + warnAt);
	}

	static Budget budget(BudgetProperties properties, Prices prices) {
		Long tokens = properties.getTokens();
		BigDecimal money = properties.getMoney();
		double warnAt = properties.getWarnAt();
		PropertyChecks.check(tokens == null || tokens > 0, BUDGET + "tokens", "must be larger than zero");
		PropertyChecks.check(money == null || money.signum() > 0, BUDGET + "money", "must be larger than zero");
		PropertyChecks.check(money == null || !prices.models().isEmpty(), BUDGET + "money",
				"needs prices: set '" + MODELS + "*'");
		checkWarning(warnAt, BUDGET + "warn-at");
		PropertyChecks.notNegative(properties.getPatience(), BUDGET + "patience");
		Duration activeTime = properties.getActiveTime();
		if (activeTime != null) {
			PropertyChecks.positive(activeTime, BUDGET + "active-time");
		}
		return new Budget(tokens, money, activeTime, warnAt, properties.getPatience());
	}

}
