package io.realtime4j.usage;

import io.realtime4j.session.context.SessionTraits;
import org.jspecify.annotations.Nullable;

/**
 * Strategy that finds out whose {@linkplain TenantBudget budget of a day} pays for a
 * session.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface TenantResolver {

	/**
	 * Return the tenant of a session. Called when a session is about to begin, and again
	 * when it begins; must not block.
	 * @param session the session, or the specification of one that is about to begin
	 * @return the name of the tenant, or {@code null} if none is known; all sessions
	 * without one have one budget together
	 */
	@Nullable String tenant(SessionTraits session);

	/**
	 * Return a resolver that knows the {@link Tenant} that a session was given.
	 * @return the resolver
	 */
	static TenantResolver given() {
		return (session) -> {
			Tenant tenant = session.feature(Tenant.class);
			return (tenant != null) ? tenant.name() : null;
		};
	}

}
