package io.realtime4j.spring.bridge;

import java.util.concurrent.Executor;

import org.springframework.scheduling.TaskScheduler;

/**
 * Threads that the bridge uses. Both belong to whoever gives them.
 *
 * @param executor closes connections, which may block for some seconds
 * @param scheduler watches time, and tells it
 * @since 0.1.0
 */
public record BridgeThreads(Executor executor, TaskScheduler scheduler) {

}
