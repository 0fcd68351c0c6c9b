package io.realtime4j.simulator.server;

import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * The HTTP protocol of Tomcat, from which single connections can be cut.
 */
final class SocketCutter extends Http11NioProtocol {

	/**
	 * Cut the connections of a client.
	 * @param remotePort the port of the client
	 */
	void cut(int remotePort) {
		for (SocketWrapperBase<?> socket : getEndpoint().getConnections()) {
			if (socket.getRemotePort() == remotePort) {
				socket.close();
			}
		}
	}

}
