package io.realtime4j.usage;

import io.realtime4j.session.context.SessionAdmission;
import io.realtime4j.session.context.SessionTraits;
import org.jspecify.annotations.Nullable;

/**
 * Admission that refuses sessions of tenants whose budget of the day is used up, by
 * {@link TenantBudgetUsedUpException}.
 *
 * @since 0.1.0
 */
public final class TenantAdmission implements SessionAdmission {

	private final TenantAccounts accounts;

	private final TenantAccounts.@Nullable Payer payer;

	/**
	 * Create an admission.
	 * @param accounts know what tenants have spent
	 */
	public TenantAdmission(TenantAccounts accounts) {
		this(accounts, null);
	}

	private TenantAdmission(TenantAccounts accounts, TenantAccounts.@Nullable Payer payer) {
		this.accounts = accounts;
		this.payer = payer;
	}

	@Override
	public @Nullable String refusal() {
		return null;
	}

	@Override
	public void admit() {
		if (this.payer == null) {
			return;
		}
		TenantSpending spending = this.accounts.spending(this.payer);
		if (spending.isUsedUp()) {
			this.accounts.refuse();
			throw new TenantBudgetUsedUpException(spending);
		}
	}

	@Override
	public SessionAdmission forSession(SessionTraits session) {
		return new TenantAdmission(this.accounts, this.accounts.payer(session));
	}

}
