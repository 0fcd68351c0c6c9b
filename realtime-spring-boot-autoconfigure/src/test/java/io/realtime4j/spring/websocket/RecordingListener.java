package io.realtime4j.spring.websocket;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionListener;
import io.realtime4j.transport.TransportConnection;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps what it hears of a connection.
 */
class RecordingListener implements ConnectionListener {

	private static final int PATIENCE = 60;

	private final CompletableFuture<TransportConnection> opened = new CompletableFuture<>();

	private final CompletableFuture<ConnectionEnd> ended = new CompletableFuture<>();

	private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();

	private final AtomicInteger activity = new AtomicInteger();

	private final List<Integer> binaries = new CopyOnWriteArrayList<>();

	@Override
	public void onOpen(TransportConnection connection) {
		this.opened.complete(connection);
	}

	@Override
	public void onText(String text) {
		this.texts.add(text);
	}

	@Override
	public void onBinary(int size) {
		this.binaries.add(size);
	}

	@Override
	public void onActivity() {
		this.activity.incrementAndGet();
	}

	@Override
	public void onEnd(ConnectionEnd end) {
		assertThat(this.ended.complete(end)).as("the end is told once").isTrue();
	}

	TransportConnection connection() throws Exception {
		return this.opened.get(PATIENCE, TimeUnit.SECONDS);
	}

	ConnectionEnd end() throws Exception {
		return this.ended.get(PATIENCE, TimeUnit.SECONDS);
	}

	boolean isOpen() {
		return !this.ended.isDone();
	}

	String text() throws Exception {
		String text = this.texts.poll(PATIENCE, TimeUnit.SECONDS);
		assertThat(text).as("a text arrived").isNotNull();
		return text;
	}

	int waiting() {
		return this.texts.size();
	}

	int activity() {
		return this.activity.get();
	}

	List<Integer> binaries() {
		return this.binaries;
	}

}
