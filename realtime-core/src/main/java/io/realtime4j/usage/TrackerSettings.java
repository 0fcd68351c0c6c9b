package io.realtime4j.usage;

import java.util.List;
import java.util.concurrent.Executor;

import io.realtime4j.session.ListenerErrorHandler;
import org.jspecify.annotations.Nullable;

/**
 * Settings that all sessions of a tracker share.
 */
record TrackerSettings(Executor executor, Prices prices, Budget budget, @Nullable TenantAccounts tenants,
		List<UsageListener> listeners, ListenerErrorHandler errorHandler) {

}
