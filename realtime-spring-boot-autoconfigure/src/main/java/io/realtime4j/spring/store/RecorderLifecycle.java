package io.realtime4j.spring.store;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.realtime4j.store.ConversationRecorder;

import org.springframework.context.SmartLifecycle;

/**
 * Internal lifecycle of the recorder: when the application stops and its sessions have
 * ended, what waits is written within a few seconds.
 */
public final class RecorderLifecycle implements SmartLifecycle {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final ConversationRecorder recorder;

	private final int phase;

	private volatile boolean running;

	/**
	 * Create a lifecycle.
	 * @param recorder the recorder
	 * @param phase the phase, in which sessions have ended
	 */
	public RecorderLifecycle(ConversationRecorder recorder, int phase) {
		this.recorder = recorder;
		this.phase = phase;
	}

	@Override
	public int getPhase() {
		return this.phase;
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public void stop(Runnable callback) {
		this.recorder.flush()
			.completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
			.whenComplete((flushed, ex) -> {
				this.recorder.stop();
				this.running = false;
				callback.run();
			});
	}

}
