package io.realtime4j.usage;

import io.realtime4j.event.RealtimeMessage;
import org.jspecify.annotations.Nullable;

/**
 * Event about the usage of a session, its cost, or the state of its budget. It is never
 * sent or received.
 *
 * @since 0.1.0
 */
public sealed interface UsageEvent extends RealtimeMessage permits UsageRecorded, BudgetNearlyUsed, BudgetUsedUp,
		BudgetNotMeasurable, TenantBudgetNearlyUsed, TenantBudgetUsedUp {

	@Override
	default @Nullable String eventId() {
		return null;
	}

}
