package io.realtime4j.usage;

import java.util.List;
import java.util.concurrent.Executor;

import io.realtime4j.session.ListenerErrorHandler;

/**
 * Settings that all sessions of a tracker share.
 */
record TrackerSettings(Executor executor, Prices prices, Budget budget, List<UsageListener> listeners,
		ListenerErrorHandler errorHandler) {

}
