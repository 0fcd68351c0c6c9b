package io.realtime4j.benchmarks.load.page;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Pages on one thread. Each has its turns at the pace of its script.
 */
public final class Pages {

	private static final long NANOS_PER_MILLI = 1_000_000;

	private static final long LONGEST_SLEEP = 20;

	private static final int SMALL_BUFFER = 4096;

	/**
	 * Spreads turns evenly, however many pages there are: the golden ratio.
	 */
	private static final double SPREAD = 0.618033988749895;

	private final URI url;

	private final boolean deflate;

	private final Consumer<Page> gone;

	private final Selector selector;

	private final Map<Page, SelectionKey> keys = new HashMap<>();

	private final Queue<Turn> turns = new PriorityQueue<>(Comparator.comparingLong(Turn::due));

	private int opened;

	/**
	 * Create pages.
	 * @param url where they connect to
	 * @param deflate whether they offer compression, as browsers do
	 * @param gone is told of each page whose connection ended
	 * @throws IOException if the system does not give what is needed
	 */
	public Pages(URI url, boolean deflate, Consumer<Page> gone) throws IOException {
		this.url = url;
		this.deflate = deflate;
		this.gone = gone;
		this.selector = Selector.open();
	}

	/**
	 * Open a page.
	 * @param script its behaviour
	 * @return the page
	 */
	public Page open(PageScript script) {
		return open(script, InetAddress.getLoopbackAddress());
	}

	/**
	 * Open a page.
	 * @param script its behaviour
	 * @param address where it comes from, an address of this machine
	 * @return the page
	 */
	public Page open(PageScript script, InetAddress address) {
		try {
			SocketChannel channel = SocketChannel.open();
			if (!script.isReading()) {
				channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER);
			}
			channel.bind(new InetSocketAddress(address, 0));
			channel.connect(new InetSocketAddress(this.url.getHost(), this.url.getPort()));
			channel.configureBlocking(false);
			channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
			Page page = new Page(channel, script);
			this.keys.put(page, channel.register(this.selector, SelectionKey.OP_READ, page));
			page.shakeHands(this.url, this.deflate);
			flush(page);
			long period = script.period().toNanos();
			this.turns.add(new Turn(page, System.nanoTime() + (long) (period * (this.opened++ * SPREAD % 1)), period));
			return page;
		}
		catch (IOException ex) {
			throw new IllegalStateException("The application cannot be reached at " + this.url, ex);
		}
	}

	/**
	 * Return whether all pages that are not gone are ready.
	 * @return whether they are
	 */
	public boolean areReady() {
		return this.keys.keySet().stream().allMatch(Page::isReady);
	}

	/**
	 * Return how many pages are connected.
	 * @return the number
	 */
	public int count() {
		return this.keys.size();
	}

	/**
	 * Let all pages say goodbye.
	 */
	public void goodbye() {
		this.keys.keySet().forEach(Page::goodbye);
		this.keys.keySet().stream().toList().forEach(this::flush);
	}

	/**
	 * Do what there is to do now, and wait a little for more.
	 * @throws IOException if the system fails
	 */
	public void work() throws IOException {
		Turn turn = this.turns.peek();
		while (turn != null && turn.due() <= System.nanoTime()) {
			this.turns.poll();
			take(turn);
			turn = this.turns.peek();
		}
		long pause = (turn != null) ? (turn.due() - System.nanoTime()) / NANOS_PER_MILLI : LONGEST_SLEEP;
		this.selector.select(this::handle, Math.max(1, Math.min(LONGEST_SLEEP, pause)));
	}

	/**
	 * End the waiting of {@link #work()}, from any thread.
	 */
	public void wakeUp() {
		this.selector.wakeup();
	}

	private void take(Turn turn) {
		Page page = turn.page();
		if (!this.keys.containsKey(page)) {
			return;
		}
		if (page.isReady()) {
			page.script().turn(page);
			flush(page);
			if (page.isVanishing()) {
				drop(page);
			}
		}
		this.turns.add(new Turn(page, turn.due() + turn.period(), turn.period()));
	}

	private void handle(SelectionKey key) {
		Page page = (Page) key.attachment();
		try {
			boolean goesOn = !key.isReadable() || page.read();
			flush(page);
			if (!goesOn) {
				drop(page);
			}
		}
		catch (IOException ex) {
			drop(page);
		}
	}

	private void flush(Page page) {
		SelectionKey key = this.keys.get(page);
		if (key == null || !key.isValid()) {
			return;
		}
		try {
			int write = (page.flush()) ? 0 : SelectionKey.OP_WRITE;
			int read = (page.isReady() && !page.script().isReading()) ? 0 : SelectionKey.OP_READ;
			key.interestOps(read | write);
		}
		catch (IOException ex) {
			drop(page);
		}
	}

	/**
	 * End the connection of a page without a word.
	 * @param page the page
	 */
	public void drop(Page page) {
		SelectionKey key = this.keys.remove(page);
		if (key != null) {
			this.gone.accept(page);
			try {
				key.channel().close();
			}
			catch (IOException ex) {
				// It is gone either way
			}
		}
	}

	/**
	 * When a page has its next turn.
	 */
	private record Turn(Page page, long due, long period) {

	}

}
