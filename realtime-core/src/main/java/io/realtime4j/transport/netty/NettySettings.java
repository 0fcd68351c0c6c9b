package io.realtime4j.transport.netty;

import java.time.Duration;
import java.util.function.Supplier;

import javax.net.ssl.SSLContext;

/**
 * Settings that all connections of a transport share.
 *
 * @param maxFrameSize the largest message that is taken, in bytes
 * @param sendTimeout the longest that sending may stand still
 * @param closeTimeout the longest to wait for the close frame of the server
 * @param sslContext supplies the SSL context of each connection
 */
record NettySettings(int maxFrameSize, Duration sendTimeout, Duration closeTimeout, Supplier<SSLContext> sslContext) {

}
