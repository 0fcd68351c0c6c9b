package io.realtime4j.spring.boot.autoconfigure.bridge;

import org.springframework.util.unit.DataSize;

/**
 * Properties for the history of the session of a page.
 *
 * @since 0.1.0
 */
public class BridgeHistoryProperties {

	/**
	 * Maximum number of items of the conversation that the session of a page holds in
	 * memory. The oldest items are removed.
	 */
	private int maxItems = 500;

	/**
	 * Approximate maximum size of the items in memory. The oldest items are removed.
	 */
	private DataSize maxSize = DataSize.ofKilobytes(512);

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
