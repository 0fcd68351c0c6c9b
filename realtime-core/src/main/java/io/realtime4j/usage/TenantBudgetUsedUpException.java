package io.realtime4j.usage;

import io.realtime4j.session.context.SessionNotAdmittedException;

/**
 * Exception thrown when a session is to be created, or to begin anew, whose tenant has
 * used up its {@linkplain TenantBudget budget of the day}.
 *
 * @since 0.1.0
 */
public class TenantBudgetUsedUpException extends SessionNotAdmittedException {

	private static final long serialVersionUID = 1L;

	private final transient TenantSpending spending;

	/**
	 * Create an exception.
	 * @param spending what the tenant has spent
	 */
	public TenantBudgetUsedUpException(TenantSpending spending) {
		super("No session may begin before the next day, since the budget of this one is used up: "
				+ spending.summary());
		this.spending = spending;
	}

	/**
	 * Return what the tenant has spent.
	 * @return the spending
	 */
	public TenantSpending spending() {
		return this.spending;
	}

}
