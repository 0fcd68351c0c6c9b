package io.realtime4j.spring.boot.autoconfigure.session;

import org.springframework.util.unit.DataSize;

/**
 * Properties for the history of a session.
 *
 * @since 0.1.0
 */
public class HistoryProperties {

	/**
	 * Largest number of items of the conversation that a session holds in memory. The
	 * oldest ones are let go.
	 */
	private int maxItems = 10_000;

	/**
	 * Largest amount of memory that the items may take, about. The oldest ones are let
	 * go.
	 */
	private DataSize maxSize = DataSize.ofMegabytes(32);

	/**
	 * Whether the server is asked to delete what is let go. It would otherwise still know
	 * it.
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
