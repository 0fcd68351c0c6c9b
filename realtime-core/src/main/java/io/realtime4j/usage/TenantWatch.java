package io.realtime4j.usage;

import java.util.List;

import io.realtime4j.session.VoiceSession;
import io.realtime4j.session.context.SessionTraits;
import org.jspecify.annotations.Nullable;

/**
 * Lets the tenant of one session pay, and says each thing once. Not thread-safe.
 */
final class TenantWatch {

	private final TenantAccounts accounts;

	private final TenantAccounts.Payer payer;

	private @Nullable ClosedByTenantBudget end;

	TenantWatch(TenantAccounts accounts, VoiceSession session) {
		this.accounts = accounts;
		this.payer = accounts.payer(SessionTraits.of(session));
	}

	/**
	 * Return why the session is to be closed, or {@code null}.
	 */
	@Nullable ClosedByTenantBudget end() {
		return this.end;
	}

	/**
	 * Return the events that follow a usage.
	 */
	List<UsageEvent> onUsage(UsageRecorded usage) {
		TenantSpending spending = this.accounts.spend(this.payer, usage.cost().known());
		if (this.end != null) {
			return List.of();
		}
		if (spending.isUsedUp()) {
			return List.of(usedUp(spending));
		}
		boolean nearly = spending.share() >= this.accounts.budget().warnAt();
		return (nearly && this.accounts.warn(this.payer, spending.day()))
				? List.of(new TenantBudgetNearlyUsed(spending)) : List.of();
	}

	/**
	 * Return the event that follows what other sessions have cost, or {@code null}.
	 * Called for every event of the session, and mostly finds out nothing.
	 */
	@Nullable UsageEvent onOthers() {
		if (this.end != null || !this.accounts.isScarce()) {
			return null;
		}
		TenantSpending spending = this.accounts.spending(this.payer);
		return spending.isUsedUp() ? usedUp(spending) : null;
	}

	private UsageEvent usedUp(TenantSpending spending) {
		this.end = new ClosedByTenantBudget(spending);
		return new TenantBudgetUsedUp(spending);
	}

}
