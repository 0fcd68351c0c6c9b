package io.realtime4j.spring.store;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.realtime4j.store.ConversationRecorder;

import org.springframework.context.SmartLifecycle;

/**
 * Internal lifecycle of the recorder: when the application stops and its sessions have
 * ended, what waits is written within a few seconds.
 */
public final class RecorderLifecycle implements SmartLifecycle {

	static final Duration PATIENCE = Duration.ofSeconds(5);

	private final ConversationRecorder recorder;

	private final ScheduledExecutorService scheduler;

	private final int phase;

	private volatile boolean running;

	/**
	 * Create a lifecycle.
	 * @param recorder the recorder
	 * @param scheduler watches time
	 * @param phase the phase, in which sessions have ended
	 */
	public RecorderLifecycle(ConversationRecorder recorder, ScheduledExecutorService scheduler, int phase) {
		this.recorder = recorder;
		this.scheduler = scheduler;
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
		AtomicBoolean stopped = new AtomicBoolean();
		Runnable done = () -> {
			if (stopped.compareAndSet(false, true)) {
				this.recorder.stop();
				this.running = false;
				callback.run();
			}
		};
		this.recorder.flush().whenComplete((result, ex) -> done.run());
		if (stopped.get()) {
			return;
		}
		try {
			this.scheduler.schedule(done, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (RejectedExecutionException ex) {
			done.run();
		}
	}

}
