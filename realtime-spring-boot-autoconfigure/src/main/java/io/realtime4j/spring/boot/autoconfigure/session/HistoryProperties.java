package io.realtime4j.spring.boot.autoconfigure.session;

import org.springframework.util.unit.DataSize;

/**
 * Properties for the history of a session.
 *
 * @since 0.1.0
 */
public class HistoryProperties {

	/**
	 * Maximum number of items of the conversation that a session holds in memory. The
	 * oldest items are removed.
	 */
	private int maxItems = 10_000;

	/**
	 * Approximate maximum size of the items in memory. The oldest items are removed.
	 */
	private DataSize maxSize = DataSize.ofMegabytes(32);

	/**
	 * Whether removed items are deleted at the server as well, which would otherwise keep
	 * them.
	 */
	private boolean deleteAtServer;

	public int getMaxItems() {
		return this.maxItems;
	}

	public void setMaxItems(int maxItems) {
		this.maxItems = maxItems;
	}

	public DataSize getMaxSize() {
		return this.maxSize;
	}

	public void setMaxSize(DataSize maxSize) {
		this.maxSize = maxSize;
	}

	public boolean isDeleteAtServer() {
		return this.deleteAtServer;
	}

	public void setDeleteAtServer(boolean deleteAtServer) {
		this.deleteAtServer = deleteAtServer;
	}

}
