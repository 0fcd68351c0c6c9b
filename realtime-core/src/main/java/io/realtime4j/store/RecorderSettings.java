package io.realtime4j.store;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

import io.realtime4j.session.ListenerErrorHandler;
import io.realtime4j.session.VoiceSession;
import org.jspecify.annotations.Nullable;

/**
 * Settings that all sessions of a recorder share.
 */
record RecorderSettings(ConversationStore store, Executor executor, ScheduledExecutorService scheduler, Clock clock,
		Function<VoiceSession, @Nullable String> user, Duration writeDelay, Duration heartbeat, Duration maxWait,
		List<StoreListener> listeners, ListenerErrorHandler errorHandler) {

}
