package io.realtime4j.spring.logging;

import io.realtime4j.session.VoiceSession;
import io.realtime4j.usage.BudgetNearlyUsed;
import io.realtime4j.usage.BudgetNotMeasurable;
import io.realtime4j.usage.TenantBudgetNearlyUsed;
import io.realtime4j.usage.UsageEvent;
import io.realtime4j.usage.UsageListener;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Internal listener that logs budgets that are nearly used up or cannot be measured. That
 * one is used up is told with the end of its session.
 */
public class UsageLogger implements UsageListener {

	private static final Log logger = LogFactory.getLog(UsageLogger.class);

	@Override
	public void onUsageEvent(VoiceSession session, UsageEvent event) {
		if (event instanceof BudgetNearlyUsed nearly) {
			logger.warn(
					LogText.name(session) + " has used " + Math.floor(nearly.share() * 1000) / 10 + " % of its budget");
		}
		else if (event instanceof TenantBudgetNearlyUsed nearly) {
			logger.warn("A budget of the day is nearly used up: " + nearly.spending().summary());
		}
		else if (event instanceof BudgetNotMeasurable unknown) {
			String model = (unknown.model() != null) ? "the model " + unknown.model()
					: "a model that the server does not name";
			logger.warn(LogText.name(session) + ": the budget of money does not include " + model
					+ ", which has no price. Set it under 'realtime.pricing.models'");
		}
	}

}
